// Wakes the printed page. Where anything fails, the page is read as it was printed.
const starter = document.querySelector('script[data-js]')
const near = name => new URL(name, import.meta.url)
try {
    const { default: init } = await import(near(starter.dataset.js))
    await init({ module_or_path: near(starter.dataset.wasm) })
} catch (why) {
    console.info('reading without the app:', why)
    document.documentElement.dataset.app = 'off'
}
