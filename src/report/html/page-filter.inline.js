// Shows the findings that the reader asks for; without it the page shows all. No other script may run on the page.
(() => {
  const form = document.getElementById('filter');
  if (form === null) return;
  const findings = [...document.querySelectorAll('.finding')];
  const count = document.getElementById('filter-count');
  const apply = () => {
    const words = form.querySelector('input[type=search]').value.toLowerCase().split(/\s+/);
    const [workflow, rule] = [...form.querySelectorAll('select')].map((select) => select.value);
    let shown = 0;
    for (const one of findings) {
      const isMeant =
        (workflow === '' || one.dataset.workflow === workflow) &&
        (rule === '' || one.dataset.rule === rule) &&
        words.every((word) => one.textContent.toLowerCase().includes(word));
      one.hidden = !isMeant;
      if (isMeant) shown++;
    }
    count.textContent = shown === findings.length ? '' : `${shown} of ${findings.length}`;
  };
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null) return;
    target.hidden = false;
    if (target.tagName === 'DETAILS') target.open = true;
  };
  form.hidden = false;
  form.addEventListener('input', apply);
  addEventListener('hashchange', open);
  open();
})();
