import type { FootnoteDefinition, Nodes, Table, TableCell, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Problem } from '../../content/problem';
import type { Site } from '../../site/site';
import type { Body } from './body';

/**
 * Finds what was written as Markdown and is shown as it is written, or not at all: links that are none, notes that nobody
 * can reach, and cells that a table has no column for.
 */
export function checkUnreadSigns(_: Site, body: Body): Problem[] {
  if (!/\]\s*[([]|\[\^|\|/.test(body.markdown)) return [];
  const tree = body.tree();
  const problems: Problem[] = [...checkNotes(body)];
  visit(tree, (node) => {
    if (node.type === 'text') problems.push(...checkText(body, node));
    if (node.type === 'table') problems.push(...checkTable(body, node));
  });
  return problems;
}

const startOf = ({ position }: Nodes) => position?.start.offset ?? 0;
const endOf = ({ position }: Nodes) => position?.end.offset ?? 0;

const shown = (text: string) => {
  const words = text.replace(/\s+/g, ' ');
  return words.length > 40 ? `${words.slice(0, 40)}…` : words;
};

const link = /(?<!\\)!?\[(?!\^)[^[\]\n]{1,300}(?<!\\)\](?:\(\s*([^()\n]{1,500})\)|\[[^[\]\n]{1,300}\])/g;
const note = /(?<!\\)\[\^([^[\]\s]+)\]/g;

function checkText(body: Body, node: Text): Problem[] {
  const start = startOf(node);
  const source = body.markdown.slice(start, endOf(node));
  const links = [...source.matchAll(link)].map(({ 0: whole, 1: address, index }) => {
    const kind = whole.startsWith('!') ? 'picture' : 'link';
    const path = address?.trim() ?? '';
    const advice =
      path === ''
        ? 'write the address behind the text: [text](address)'
        : /\s/.test(path)
          ? `write the address without spaces: ${path.replace(/\s+/g, '%20').slice(0, 80)}`
          : 'correct what stands between “(” and “)”';
    return body.problem(
      'unread-link',
      start + index,
      `“${shown(whole)}” is no ${kind}, and is shown as it is written`,
      advice,
    );
  });
  const notes = [...source.matchAll(note)].map(({ 0: whole, 1: name, index }) =>
    body.problem(
      'missing-note',
      start + index,
      `The text refers to the note “${name}”, which is not there, and “${whole}” is shown`,
      `write the note on a line of its own: ${whole}: and its words`,
    ),
  );
  return [...links, ...notes];
}

/** Notes that no reader gets to see: nothing that is shown refers to them, or another has their name. */
function checkNotes(body: Body): Problem[] {
  const first = new Map<string, FootnoteDefinition>();
  const problems: Problem[] = [];
  const reached = new Set<string>();
  visit(body.tree(), 'footnoteDefinition', (node) => {
    if (!first.has(node.identifier)) first.set(node.identifier, node);
    else {
      problems.push(
        body.problem(
          'repeated-note',
          startOf(node),
          `Two notes have the name “${node.label ?? node.identifier}”, and readers see the first`,
          'write another name, here and where the text refers to it',
        ),
      );
    }
  });
  const follow = (node: Nodes): void =>
    visit(node, (inner) => {
      if (inner.type === 'footnoteDefinition' && inner !== node) return 'skip';
      if (inner.type !== 'footnoteReference' || reached.has(inner.identifier)) return undefined;
      reached.add(inner.identifier);
      const definition = first.get(inner.identifier);
      if (definition) follow(definition);
      return undefined;
    });
  follow(body.tree());
  for (const [name, node] of first) {
    if (reached.has(name)) continue;
    const label = node.label ?? name;
    problems.push(
      body.problem(
        'unused-note',
        startOf(node),
        `No text refers to the note “${label}”, and readers don’t see it`,
        `write [^${label}] where it belongs, or remove the note`,
      ),
    );
  }
  return problems;
}

/** Cells for which a table has no column: they are left out. */
function checkTable(body: Body, { align, children: rows }: Table): Problem[] {
  const columns = rows[0]?.children.length ?? align?.length ?? 0;
  return rows.flatMap(({ children: cells }) => {
    const cut = cells.findIndex((cell) => {
      const source = body.markdown.slice(startOf(cell), endOf(cell));
      return cell !== cells.at(-1) && cell.children.some((child) => isOpenCode(body, child)) && source.includes('`');
    });
    const surplus = cells[columns];
    if (cut >= 0) {
      return [
        body.problem(
          'surplus-cell',
          wordsOf(body, cells[cut] as TableCell),
          'A “|” within code ends its cell, and readers see the signs around the code',
          'write \\| in the place of the |',
        ),
      ];
    }
    if (!surplus) return [];
    const count = cells.length === 1 ? '1 cell' : `${cells.length} cells`;
    return [
      body.problem(
        'surplus-cell',
        wordsOf(body, surplus),
        `The row has ${count}, and the table ${columns} column${columns === 1 ? '' : 's'}: the rest is left out`,
        'remove the “|” that is too many, write \\| for one that is meant, or add a column to the first two lines',
      ),
    ];
  });
}

/** Where the words of a cell begin. */
const wordsOf = ({ markdown }: Body, cell: TableCell) =>
  startOf(cell) + (/^\|?[ \t]*/.exec(markdown.slice(startOf(cell), endOf(cell)))?.[0].length ?? 0);

/** Whether a text holds a sign that begins code, and no code. */
const isOpenCode = ({ markdown }: Body, node: Nodes) =>
  node.type === 'text' && /(?<!\\)`/.test(markdown.slice(startOf(node), endOf(node)));
