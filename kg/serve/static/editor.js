"use strict";
// Starts YASGUI on our endpoint, with the saved questions as tabs. Its completers that ask other servers are left out; ours know the ontology.
(() => {
  const data = JSON.parse(document.getElementById("editor-data").textContent);
  const endpoint = new URL("/sparql", location.href).href;
  const block = Object.entries(data.prefixes).map(([name, iri]) => `PREFIX ${name}: <${iri}>\n`).join("");
  const empty = `${block}\nSELECT * WHERE {\n  ?subject ?predicate ?object\n}\nLIMIT 10\n`;
  // Kept tabs belong to these questions; a changed set of them begins anew.
  const digest = [...JSON.stringify(data)].reduce((sum, char) => (Math.imul(sum, 31) + char.codePointAt(0)) | 0, 7) >>> 0;

  const prefixes = Object.entries(data.prefixes).map(([name, iri]) => `${name}: <${iri}>`).sort();
  Yasgui.Yasqe.forkAutocompleter("prefixes", { name: "kg-prefixes", persistenceId: null, get: () => Promise.resolve(prefixes) }, false);
  Yasgui.Yasqe.forkAutocompleter("class", { name: "kg-class", bulk: true, persistenceId: null, get: () => Promise.resolve(data.classes) }, false);
  Yasgui.Yasqe.forkAutocompleter("property", { name: "kg-property", bulk: true, persistenceId: null, get: () => Promise.resolve(data.properties) }, false);

  // DataTables reads what it filters by as markup, so markup's signs are taken out of it; what is shown has been escaped by YASGUI.
  const table = Yasgui.Yasr.plugins.table.prototype;
  const columns = table.getColumns;
  table.getColumns = function () {
    return columns.call(this).map((column) => ({
      ...column,
      render(value, type, ...rest) {
        const shown = column.render(value, type, ...rest);
        return type !== "display" && typeof shown === "string" ? shown.replace(/[&<>]/g, " ") : shown;
      },
    }));
  };

  const yasgui = new Yasgui(document.getElementById("yasgui"), {
    requestConfig: { endpoint, method: "POST", acceptHeaderGraph: "text/turtle,*/*;q=0.9" },
    endpointCatalogueOptions: { getData: () => [{ endpoint }], keys: [] },
    copyEndpointOnNewTab: false,
    populateFromUrl: false,
    autoAddOnInit: false,
    autofocus: true,
    editorHeight: "420px",
    tabName: data.tab,
    persistenceId: `kg-${digest}`,
    yasqe: {
      value: empty,
      autocompleters: ["variables", "kg-prefixes", "kg-class", "kg-property"],
      collapsePrefixesOnLoad: true,
      createShareableLink: null,
      consumeShareLink: null,
    },
    yasr: { prefixes: data.prefixes },
  });
  if (Object.keys(yasgui._tabs).length === 0) {
    yasgui.addTab(true, { name: data.tab, yasqe: { value: empty } });
    for (const { id, name, query } of data.tabs) yasgui.addTab(false, { id, name, yasqe: { value: query } });
  }
  // An address that ends in #partners opens that question, anew where its tab has been closed.
  const open = () => {
    const asked = data.tabs.find(({ id }) => id === decodeURIComponent(location.hash.slice(1)));
    if (!asked) return;
    if (yasgui._tabs[asked.id]) yasgui.selectTabId(asked.id);
    else yasgui.addTab(true, { id: asked.id, name: asked.name, yasqe: { value: asked.query } });
  };
  addEventListener("hashchange", open);
  open();
  window.kgEditor = yasgui;
  document.documentElement.dataset.ready = "";
})();
