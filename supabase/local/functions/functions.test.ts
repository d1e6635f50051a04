import { expect, test } from 'vitest';
import { verifiesJwt } from './functions.ts';

const config = `
[auth]
verify_jwt = false

[functions.health]
verify_jwt = false

[functions.send-mail]
# verify_jwt = false
`;

test.each([
  ['health', false],
  ['send-mail', true],
  ['not-mentioned', true],
])('%s asks for a token: %s', (name, expected) => {
  expect(verifiesJwt(config, name)).toBe(expected);
});
