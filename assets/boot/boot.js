// Wakes the printed page. Where anything fails, the page is read as it was printed.
const starter = document.querySelector('script[data-js]'), html = document.documentElement
const near = name => new URL(name, import.meta.url)
const off = why => {
    console.info('reading without the app:', why)
    html.dataset.app = 'off'
    delete html.dataset.ready
    // The page has another shape now.
    if (location.hash) location.replace(location.hash)
}
// A broken app answers nobody: the page is opened anew, once a minute at most.
const broken = ({ error, reason }) => {
    const why = error ?? reason
    if (why?.name !== 'RuntimeError') return
    try {
        const now = Date.now()
        if (now - (sessionStorage.again ?? 0) < 6e4) return off(why)
        sessionStorage.again = now
        location.reload()
    } catch { off(why) }
}
addEventListener('error', broken)
addEventListener('unhandledrejection', broken)
try {
    const { default: init } = await import(near(starter.dataset.js))
    await init({ module_or_path: near(starter.dataset.wasm) })
} catch (why) {
    off(why)
}
