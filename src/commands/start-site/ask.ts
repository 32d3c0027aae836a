import { cancel, confirm, intro, isCancel, multiselect, note, text } from '@clack/prompts';
import type { Kinds } from '../../site/site';
import { type Answers, readAnswer } from './answers';

/** Asks on the terminal for what is not answered yet. Undefined when the one who was asked goes no further. */
export async function ask(given: Partial<Answers>, all: Kinds, usual: Answers): Promise<Answers | undefined> {
  intro('A site of your own');
  const question = async <Key extends 'name' | 'url' | 'language' | 'color' | 'blog'>(
    key: Key,
    message: string,
    initialValue = usual[key],
  ): Promise<string> => {
    const answered = given[key];
    if (answered !== undefined) return answered;
    const answer = await text({
      message,
      ...(initialValue ? { initialValue } : {}),
      validate(value) {
        try {
          readAnswer[key](value ?? '');
          return undefined;
        } catch (error) {
          return (error as Error).message;
        }
      },
    });
    return readAnswer[key](orStop(answer));
  };
  try {
    const name = await question('name', 'What is it called?');
    const url = await question('url', 'Where will it be? Its address, such as https://example.org/');
    const language = await question('language', 'In which language is it written? A tag: en, ko, pt-BR');
    const color = await question('color', 'Which color is yours? In digits');
    const blog = await question('blog', 'Where will its blog be?');
    const logo = given.logo ?? (await logoOf());
    const kinds =
      given.kinds ??
      orStop(
        await multiselect({
          message: 'What is on it beside posts and pages? Space chooses, Enter goes on',
          options: Object.entries(all).map(([value, { collection }]) => ({
            value,
            label: collection.plural,
            hint: collection.description,
          })),
          required: false,
        }),
      );
    const answers = { name, url, language, color, blog, kinds, ...(logo ? { logo } : {}) };
    note('content/, static/ and addresses.txt are replaced: the sample in them goes.', 'What happens now');
    return orStop(await confirm({ message: 'Start the site?' })) ? answers : undefined;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    cancel('Nothing was changed.');
    return undefined;
  }
}

async function logoOf(): Promise<Answers['logo']> {
  const file = await text({
    message: 'Which file is its logo? An SVG or PNG; empty, if there is none yet',
    validate(value) {
      try {
        if (value?.trim()) readAnswer.logo(value.trim());
        return undefined;
      } catch (error) {
        return (error as Error).message;
      }
    },
  });
  const path = orStop(file)?.trim();
  return path ? readAnswer.logo(path) : undefined;
}

class Stopped extends Error {}

function orStop<Value>(answer: Value): Exclude<Value, symbol> {
  if (isCancel(answer)) throw new Stopped();
  return answer as Exclude<Value, symbol>;
}
