/** Puts the doctor into its page without the help of an inline script: where those are blocked, it has to say so. */

import { h, render } from 'preact';

import { DoctorPanel } from './DoctorPanel.tsx';

/** `data-base`, `data-lab` and `data-scenario` are what `Site` holds; the root may be relative to the page. */
class DoctorElement extends HTMLElement {
  connectedCallback(): void {
    const { base = '/', lab = '', scenario = '' } = this.dataset;
    const root = new URL(base, location.href).href;
    this.replaceChildren();
    render(h(DoctorPanel, { root, lab, scenario }), this);
  }
}

customElements.define('ll-doctor', DoctorElement);
