/** What crates ask for that can be bound to a browser, for a program that needs none of it: whoever calls it hears so. */
export function unbound(module) {
  const imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind !== 'function') throw new Error(`The engine asks for ${from}.${name}.`);
    (imports[from] ??= {})[name] = () => {
      throw new Error(`The engine called ${name}.`);
    };
  }
  return imports;
}
