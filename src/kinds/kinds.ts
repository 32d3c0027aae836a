// Every kind of content that is listed. A new one is a folder beside this file and a line here; one that is not wanted is
// removed with its folder and its line. They stand in the order of their names, in the editor and in the documents too.
export { kind as episode } from './episode/kind';
export { kind as event } from './event/kind';
export { kind as job } from './job/kind';
export { kind as member } from './member/kind';
export { kind as person } from './person/kind';
export { kind as press } from './press/kind';
export { kind as project } from './project/kind';
