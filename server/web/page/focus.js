// Lists are made anew with every answer; whoever was on an item of one stays on it.

/** Runs `render`, then gives the focus back to the element with the same data-key. */
export function keepFocus(render) {
  const key = document.activeElement?.dataset?.key;
  const before = document.activeElement;
  render();
  if (!key || before === document.activeElement) return;
  for (const candidate of document.querySelectorAll('[data-key]')) {
    if (candidate.dataset.key === key) {
      candidate.focus({ preventScroll: true });
      return;
    }
  }
}
