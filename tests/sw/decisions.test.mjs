// The pure decisions of the service worker.
import assert from 'node:assert/strict'
import test from 'node:test'
import { FakeCache, load, ok } from './load.mjs'

const { keptName, outdated, countKept, answer, joined } = load({ version: '1', live: false, files: [] })
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

test('the words of a page and the drawings of its twin are the page', () => {
    const drawn = '<div class="parts"><svg>A $& </svg></div><p>Chào</p><div class="parts" data-starts="row"></div><div class="parts"><svg>C</svg></div>'
    const words = '<div class="parts"><!--=--></div><p>Hello</p><div class="parts"><!--=--></div><div class="parts"><!--=--></div>'
    assert.equal(joined(words, drawn), '<div class="parts"><svg>A $& </svg></div><p>Hello</p><div class="parts"></div><div class="parts"><svg>C</svg></div>')
})

test('a page whose words or whose drawings were thrown away is asked for', async () => {
    const cache = new FakeCache()
    await cache.put('en/words.html', { text: async () => '<!--=-->' })
    assert.equal(await answer('en/', 'en/', cache, false, async () => 'asked', 'vi/'), 'asked')
    await cache.put('vi/', { text: async () => '<div class="parts">A</div>' })
    const page = await answer('en/', 'en/', cache, false, () => assert.fail('asked'), 'vi/')
    assert.equal(await page.text(), 'A')
})
