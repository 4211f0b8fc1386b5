/*
 * Our pages inside a webapp, each in a frame: the server writes a page once, and its styles and scripts never meet those
 * of the webapp.
 */

function suivreLaHauteur(cadre) {
  let observateur;
  cadre.addEventListener('load', () => {
    observateur?.disconnect();
    const page = cadre.contentDocument;
    if (!page?.body) {
      return;
    }
    const ajuster = () => {
      cadre.style.height = `${page.body.scrollHeight}px`;
    };
    observateur = new ResizeObserver(ajuster);
    observateur.observe(page.body);
    ajuster();
  });
}

/**
 * Shows one of our pages.
 *
 * @param {Element} noeud where the plugin point puts it
 * @param {string} adresse path of the page
 * @param {string} titre what screen readers call the frame
 * @returns {HTMLIFrameElement} as high as its page
 */
export function montrerLaPage(noeud, adresse, titre) {
  const cadre = document.createElement('iframe');
  cadre.title = titre;
  cadre.style.cssText = 'border: 0; display: block; width: 100%; min-height: 12rem;';
  suivreLaHauteur(cadre);
  cadre.src = adresse;
  noeud.append(cadre);
  return cadre;
}
