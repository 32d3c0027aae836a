import { expect, test } from 'vitest';
import { refuseLeaks, secretsOf } from '../../src/output/leaks';

const value = 'k3y-0f-the-deploy';

test('the value of a variable is kept out of the site where its name says that nobody may know it', () => {
  for (const name of [
    'NETLIFY_AUTH_TOKEN',
    'DB_PASSWORD',
    'AWS_SECRET_ACCESS_KEY',
    'api_key',
    'NPM_TOKEN',
    'BUILD_HOOK',
  ]) {
    const secrets = secretsOf({ [name]: value });
    expect(() => refuseLeaks('a/index.html', Buffer.from(`<p>${value}</p>`), secrets), name).toThrow(
      `a/index.html would hold the value of the environment variable ${name}`,
    );
    expect(() => refuseLeaks('a/index.html', Buffer.from('<p>Text</p>'), secrets)).not.toThrow();
  }
});

test('what everybody may know, and what may well be a word, is no secret', () => {
  const known = {
    PATH: value,
    KEYBOARD: value,
    TOKENIZER: value,
    NODE_ENV: 'production-site-1',
    MY_TOKEN: 'lighthouses',
    A_SECRET: 'short-1',
  };
  expect([...secretsOf(known)]).toEqual([]);
});
