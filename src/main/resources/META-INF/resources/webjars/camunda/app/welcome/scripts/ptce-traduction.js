/*
 * Puts into French the few texts of the webapps that have no key in their locale files. It lives with Welcome because
 * the four applications may load scripts from each other's folders, and no other folder is served to them.
 */

const ATTRIBUTS = ['title', 'placeholder', 'aria-label', 'uib-tooltip', 'alt'];
const JAMAIS_TRADUIT = 'script, style, textarea, input, pre, code, [contenteditable="true"]';

/** Texts written into the templates of several applications. */
export const TEXTES_DES_FENETRES = {
  Download: 'Télécharger',
  Upload: 'Téléverser',
  'Invalid Date Value.': 'Date non valide.',
  'Message is null.': 'Le message est vide.',
  true: 'vrai',
  false: 'faux'
};

function traduction(texte, textes, motifs) {
  const nu = texte.trim();
  if (!nu) {
    return texte;
  }
  if (Object.hasOwn(textes, nu)) {
    return texte.replace(nu, () => textes[nu]);
  }
  const motif = motifs.find(([modele]) => modele.test(nu));
  return motif ? texte.replace(nu, () => nu.replace(motif[0], motif[1])) : texte;
}

function traduireTexte(noeud, textes, motifs) {
  if (noeud.parentElement?.closest(JAMAIS_TRADUIT)) {
    return;
  }
  const francais = traduction(noeud.data, textes, motifs);
  // Writing an equal value would wake the observer again, forever.
  if (francais !== noeud.data) {
    noeud.data = francais;
  }
}

function traduireAttributs(element, textes, motifs) {
  for (const nom of ATTRIBUTS) {
    const valeur = element.getAttribute(nom);
    const francais = valeur && traduction(valeur, textes, motifs);
    if (valeur && francais !== valeur) {
      element.setAttribute(nom, francais);
    }
  }
}

function traduireSous(racine, textes, motifs) {
  if (racine.nodeType === Node.TEXT_NODE) {
    traduireTexte(racine, textes, motifs);
    return;
  }
  if (racine.nodeType !== Node.ELEMENT_NODE) {
    return;
  }
  traduireAttributs(racine, textes, motifs);
  racine.querySelectorAll('*').forEach(element => traduireAttributs(element, textes, motifs));
  const marcheur = document.createTreeWalker(racine, NodeFilter.SHOW_TEXT);
  while (marcheur.nextNode()) {
    traduireTexte(marcheur.currentNode, textes, motifs);
  }
}

/**
 * Translates what is below the containers now, and whatever is added to them later.
 *
 * @param {string} conteneurs CSS selector of the only places touched: what users wrote must stay outside
 * @param {Object<string, string>} textes whole texts, English to French
 * @param {Array<[RegExp, string]>} motifs texts with a variable part, tried in order when no whole text matches
 */
export function traduire(conteneurs, textes, motifs = []) {
  const traiter = noeud => {
    const element = noeud.nodeType === Node.ELEMENT_NODE ? noeud : noeud.parentElement;
    if (element?.closest(conteneurs)) {
      traduireSous(noeud, textes, motifs);
    } else {
      element?.querySelectorAll(conteneurs).forEach(trouve => traduireSous(trouve, textes, motifs));
    }
  };
  new MutationObserver(changements =>
    changements.forEach(({ type, target, addedNodes }) =>
      type === 'childList' ? addedNodes.forEach(traiter) : traiter(target)
    )
  ).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTS
  });
  document.querySelectorAll(conteneurs).forEach(traiter);
}

/** Tells browsers and screen readers that the page is French: the stock page says `lang="en"`. */
export function annoncerLeFrancais() {
  document.documentElement.lang = 'fr';
}
