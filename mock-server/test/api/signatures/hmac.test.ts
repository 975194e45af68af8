import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hmacKey } from '../../../src/ports/crypto.ts'
import { anyCharacter } from '../../any-character.ts'

const byNode = (secret: Uint8Array | string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64')

test('a text is signed as by an Hmac object, whatever the secret and the text', () => {
  const secrets = fc.uint8Array({ minLength: 1, maxLength: 200 })
  const texts = fc.string({ unit: anyCharacter, maxLength: 100 })
  fc.assert(
    fc.property(secrets, texts, (secret, text) => hmacKey(secret).sign(text) === byNode(secret, text)),
  )
})

test.each([1, 63, 64, 65, 512])('a secret of %i characters', (length) => {
  const secret = 'é'.repeat(length)
  expect(hmacKey(secret).sign('text')).toBe(byNode(secret, 'text'))
})

test.each([0, 2730, 2731, 8192, 20_000])('a text of %i characters of three bytes', (length) => {
  const text = '€'.repeat(length)
  expect(hmacKey('secret').sign(text)).toBe(byNode('secret', text))
})

test('keys do not share what they work with', () => {
  const [one, other] = [hmacKey('one'), hmacKey('other')]
  const longer = one.sign('a longer text')
  expect(other.sign('text')).toBe(byNode('other', 'text'))
  expect(one.sign('text')).toBe(byNode('one', 'text'))
  expect(one.verify('a longer text', longer)).toBe(true)
  expect(one.verify('a longer tex', longer)).toBe(false)
})
