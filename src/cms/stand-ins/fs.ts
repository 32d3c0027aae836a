// gray-matter could read files itself, and is never asked to.
export {};
