/** Names of variables that hold what nobody may know. */
const isSecretName = (name: string) =>
  /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|(?:API|ACCESS|PRIVATE|SIGNING|DEPLOY)_?KEY|BUILD_HOOK)(?:_|$)/i.test(
    name,
  );

/** A value shorter than this, or one of letters alone, may well be a word that a page says. */
const isTelling = (value: string) => value.length >= 12 && /[^a-z\s]/i.test(value);

/** The variables of an environment whose values no page may hold, by their value. */
export function secretsOf(environment: NodeJS.ProcessEnv): ReadonlyMap<string, string> {
  const found = Object.entries(environment).flatMap(([name, value = '']): [string, string][] =>
    isSecretName(name) && isTelling(value) ? [[value, name]] : [],
  );
  return new Map(found);
}

/**
 * Throws where the bytes of a file hold the value of a variable that nobody may know: a build has the keys by which it
 * publishes, and what it publishes is everybody’s.
 */
export function refuseLeaks(path: string, bytes: Buffer, secrets: ReadonlyMap<string, string>): void {
  for (const [value, name] of secrets) {
    if (bytes.includes(value)) {
      throw new Error(
        `${path} would hold the value of the environment variable ${name}, which looks like a secret. Nothing was published. ` +
          'Take it out of what the file is made of; or give the variable another name, if everybody may know it.',
      );
    }
  }
}
