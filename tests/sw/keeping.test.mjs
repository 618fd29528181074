// Keeping a version: whole or not at all, resumed after a break, and the last good one stays.
import assert from 'node:assert/strict'
import test from 'node:test'
import { FakeCache, load, ok } from './load.mjs'

const files = ['', 'vi/', 'en/', 'app.js', 'app.wasm', '404.html']
const shelf = version => ({ version, live: false, files })

test('a first visit keeps every file and counts aloud to the last', async () => {
    const worker = load(shelf('1'), { fetch: async r => ok(r.url) })
    await worker.fire('install')
    assert.equal(worker.stores.get('vac-xin-so-1').entries.size, files.length)
    assert.deepEqual(worker.told.at(-1), { state: 'keeping', kept: 6, of: 6 })
    await worker.fire('activate')
    assert.equal(worker.told.at(-1).state, 'ready')
})

for (let n = 0; n < files.length; n++) {
    test(`a network that breaks at file ${n} leaves the old version, and the next try goes on from there`, async () => {
        const stores = new Map([['vac-xin-so-1', new FakeCache()]])
        let asked = 0
        const breaking = async r => { if (asked++ === n) throw new TypeError('network'); return ok(r.url) }
        const worker = load(shelf('2'), { fetch: breaking, stores })
        await assert.rejects(worker.fire('install'))
        assert.ok(stores.has('vac-xin-so-1'), 'the last good version is still there')
        assert.deepEqual(worker.told.at(-1), { state: 'short', kept: n, of: 6 })
        let again = 0
        const second = load(shelf('2'), { fetch: async r => { again++; return ok(r.url) }, stores })
        await second.fire('install')
        assert.equal(again, files.length - n, 'what was kept is not fetched twice')
        await second.fire('activate')
        assert.deepEqual([...stores.keys()], ['vac-xin-so-2'])
    })

    test(`a full disk at file ${n} is an answer, not a crash`, async () => {
        const worker = load(shelf('2'), { fetch: async r => ok(r.url), failAt: n })
        await assert.rejects(worker.fire('install'))
        assert.deepEqual(worker.told.at(-1), { state: 'short', kept: n, of: 6 })
    })
}

test('an error page and a redirect are never kept', async () => {
    for (const answer of [{ ok: false, status: 500 }, { ok: true, redirected: true, status: 200 }]) {
        const worker = load(shelf('1'), { fetch: async () => answer })
        await assert.rejects(worker.fire('install'))
        assert.equal(worker.stores.get('vac-xin-so-1').entries.size, 0)
    }
})

test('a page asks how much is kept, and what the browser threw away is fetched again', async () => {
    const stores = new Map()
    const worker = load(shelf('1'), { fetch: async r => ok(r.url), stores })
    await worker.fire('install')
    stores.get('vac-xin-so-1').entries.delete('https://a.vn/x/en/')
    await worker.fire('message', { data: 'count' })
    assert.equal(stores.get('vac-xin-so-1').entries.size, files.length)
    assert.deepEqual(worker.told.at(-1), { state: 'ready', kept: 6, of: 6 })
})

test('an unknown page without a network is a kind page', async () => {
    const worker = load(shelf('1'), { fetch: async r => ok(r.url) })
    await worker.fire('install')
    const gone = load(shelf('1'), { fetch: async () => { throw new TypeError('network') }, stores: worker.stores })
    const answer = await (await gone.fire('fetch', { request: { method: 'GET', mode: 'navigate', url: 'https://a.vn/x/vi/nowhere/' } }))
    assert.equal(answer.url, 'https://a.vn/x/404.html')
})

test('beside a version that works, another one is kept silently', async () => {
    for (const fetch of [async r => ok(r.url), async () => { throw new TypeError('network') }]) {
        const worker = load(shelf('2'), { fetch, active: {} })
        await worker.fire('install').catch(() => {})
        assert.deepEqual(worker.told, [])
    }
})
