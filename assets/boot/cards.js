// Starts the reader of cards in a worker. The names of its files stand in this script's own address.
const names = new URL(import.meta.url).searchParams
const near = name => new URL(names.get(name), import.meta.url)
import(near('js'))
    .then(({ default: init }) => init({ module_or_path: near('wasm') }))
    .then(() => postMessage('ready'))
    // A worker tells of errors, not of broken promises.
    .catch(why => setTimeout(() => { throw why }))
