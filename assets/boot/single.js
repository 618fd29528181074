// The whole library in one file: shows the page that was asked for out of the packs below. What the pages do without
// a script they do here: panels, passages and cases are places of the page, shown by its own styles.
const app = document.getElementById('app'), html = document.documentElement
const words = { vi: ['Trang này chỉ có trên bản web.', 'Trình duyệt này đã cũ, chưa mở được tệp gộp. Dùng bản ZIP, hoặc cập nhật trình duyệt nhé.'],
    en: ['This page is only in the web edition.', 'This browser is too old for the single file. Use the ZIP edition, or update the browser.'] }
const say = which => words[html.lang]?.[which] ?? words.vi[which]
let shown = '', pictures = {}

/** A pack by its name, as text; waits until the file has been read so far. @param {string} name */
const pack = async name => {
    let box
    while (!(box = document.getElementById(name)) || !box.nextSibling && document.readyState === 'loading') {
        if (!box && document.readyState !== 'loading') return undefined
        await new Promise(later => setTimeout(later, 20))
    }
    const bytes = Uint8Array.from(atob(box.textContent.trim()), c => c.charCodeAt(0))
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()
}

/** The body of a page; of other languages the words alone are packed, the drawings are those of the first. */
const body = async page => {
    const own = await pack(page)
    if (own === undefined || !own.includes('<!--=-->')) return own
    const drawn = await pack(page.replace(/^en\//, 'vi/'))
    const parts = [...drawn.matchAll(/<div class="parts"[^>]*>([^]*?)<\/div>/g)].map(([, inside]) => inside)
    return own.replace(/<!--=-->/g, () => parts.shift() ?? '')
}

/** An address of a link or picture, from the root of the library. @param {string} href @param {string} from */
const below = (href, from) => new URL(href, 'file:///' + from).pathname.slice(1)

const show = async (page, place, push) => {
    html.lang = page.slice(0, 2)
    // What is opened first is not packed: it is on the screen before the rest of the file has been read.
    const plain = document.getElementById(page + 'plain')
    const text = plain ? plain.textContent : await body(page).catch(() => null)
    if (text == null) return tell(text === null ? say(1) : say(0))
    const [title, ...rest] = text.split('\n')
    // Nothing is fetched: pictures get their place now and their content out of the pack.
    app.innerHTML = rest.join('\n').replace(/(<img[^>]*?) src="/g, '$1 data-src="')
    document.title = title
    shown = page
    hang()
    if (push) history.pushState({ page }, '', '#')
    else history.replaceState({ page }, '', location.hash || '#')
    // Only a real step to a place makes it the page's target.
    if (place) location.replace('#' + place)
    else scrollTo(0, 0)
    html.dataset.shown = page
}

/** Hangs the pictures, as far as they have come. */
const hang = () => {
    for (const img of app.querySelectorAll('img[data-src]')) {
        const picture = pictures[below(img.dataset.src, shown)]
        if (!picture) continue
        img.src = 'data:image/svg+xml,' + encodeURIComponent(picture)
        img.removeAttribute('data-src')
    }
}

const tell = text => {
    const note = document.createElement('p')
    Object.assign(note, { className: 'single-note', textContent: text, role: 'status' })
    app.prepend(note)
    setTimeout(() => note.remove(), 6000)
}

const panel = () => app.querySelector('.comic > .panel:target') ?? app.querySelector('.comic > .panel')
const turn = which => {
    const link = panel()?.querySelector(`[data-turn=${which}]`)
    if (link) location.hash = link.getAttribute('href')
    else if (which === 'back' && app.querySelector('.passage:target')) history.back()
    else return false
    return true
}

addEventListener('click', event => {
    const link = event.target.closest('a[href]'), art = event.target.closest('.comic .art')
    if (art) {
        const { left, width } = art.getBoundingClientRect()
        turn(event.clientX - left < width / 3 ? 'back' : 'next')
    }
    const href = link?.getAttribute('href')
    if (!href || href.startsWith('#') || /^[a-z]+:/.test(href)) return
    event.preventDefault()
    const [to, place] = href.split('#')
    show(below(to.split('?')[0], shown), place, true)
})
addEventListener('keydown', event => {
    if (event.target.closest('input, textarea, select, summary, button')) return
    const which = { ArrowRight: 'next', PageDown: 'next', ' ': 'next', ArrowLeft: 'back', PageUp: 'back' }[event.key]
    if (which && turn(which)) event.preventDefault()
})
addEventListener('popstate', () => {
    const page = history.state?.page ?? shown
    if (page !== shown) show(page, location.hash.slice(1), false)
    else history.replaceState({ page }, '', location.hash || '#')
})

const asked = location.hash.startsWith('#/') ? location.hash.slice(2).split('#') : [history.state?.page ?? 'vi/', location.hash.slice(1)]
if (location.hash.startsWith('#/')) history.replaceState(null, '', '#')
html.dataset.app = 'single'
// A story can be seen before the pictures of the shelves have come.
const first = show(asked[0], asked[1], false)
pack('pictures').then(async text => {
    pictures = JSON.parse(text)
    await first
    hang()
}).catch(() => tell(say(1)))
