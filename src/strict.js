// What may become markup or a script of the page: the fixed pieces and pictures of the program, which lead nowhere and do
// nothing, and our own scripts by their names. Browsers that can hold a page to it refuse all else.
globalThis.trustedTypes?.createPolicy('default', {
  createHTML(html) {
    const harmless =
      /^(?:[^<]|<\/?(?:h[1-3]|p|div|span|strong|kbd|dl|dt|dd|ul|ol|li|table|thead|tbody|tr|th|td|svg|defs|pattern|g|path|rect|circle|text)(?: (?!on|href|src|style)[A-Za-z-]+="[^"<>]*")*\/?>)*$/;
    return harmless.test(html) ? html : null;
  },
  createScriptURL(address) {
    const whole = (name) => new URL(name, location.href).href;
    const part = (id) => document.getElementById(id);
    const ours = [part('app-script').href, part('worker').dataset.script, part('files').dataset.script, 'offline.js'].map(whole);
    // An address that did not come is asked for under another.
    return ours.includes(whole(address).replace(/\?again=\d+$/, '')) ? address : null;
  },
});
