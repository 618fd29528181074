// The pure decisions of the service worker.
import assert from 'node:assert/strict'
import test from 'node:test'
import { FakeCache, load, ok } from './load.mjs'

const { keptName, outdated, countKept, answer } = load({ version: '1', live: false, files: [] })
const kept = new Set(['', 'vi/', 'vi/truyen/', 'app.wasm'])
const scope = 'https://a.vn/x/'

test('a page is kept under its folder, with or without index.html, query or fragment', () => {
    assert.equal(keptName('https://a.vn/x/vi/truyen/', scope, kept), 'vi/truyen/')
    assert.equal(keptName('https://a.vn/x/vi/truyen/index.html', scope, kept), 'vi/truyen/')
    assert.equal(keptName('https://a.vn/x/vi/truyen/?from=chat', scope, kept), 'vi/truyen/')
    assert.equal(keptName('https://a.vn/x/', scope, kept), '')
    assert.equal(keptName('https://a.vn/x/index.html', scope, kept), '')
})

test('what is not ours is not answered', () => {
    assert.equal(keptName('https://b.vn/x/vi/', scope, kept), undefined)
    assert.equal(keptName('https://a.vn/y/vi/', scope, kept), undefined)
    assert.equal(keptName('https://a.vn/x/vi/unknown/', scope, kept), undefined)
    assert.equal(keptName('https://a.vn/x', scope, kept), undefined)
})

test('only our own other versions are outdated', () => {
    assert.deepEqual([...outdated(['vac-xin-so-1', 'vac-xin-so-2', 'someone-else'], '2')], ['vac-xin-so-1'])
})

test('what was thrown away is not counted', async () => {
    const cache = new FakeCache()
    await cache.put(scope + 'vi/', ok())
    await cache.put(scope + 'old', ok())
    assert.equal(await countKept(cache, ['', 'vi/'], scope), 1)
})

test('what is kept is answered without asking the network', async () => {
    const cache = new FakeCache()
    await cache.put('a', 'kept')
    assert.equal(await answer('a', 'a', cache, false, () => assert.fail('asked')), 'kept')
})

test('while somebody works on the library the network comes first, and what is kept second', async () => {
    const cache = new FakeCache()
    await cache.put('a', 'kept')
    const fresh = { ok: true }
    assert.equal(await answer('a', 'a', cache, true, async () => fresh), fresh)
    assert.equal(await answer('a', 'a', cache, true, async () => { throw new Error('gone') }), 'kept')
    assert.equal(await answer('a', 'a', cache, true, async () => ({ ok: false })), 'kept')
})
