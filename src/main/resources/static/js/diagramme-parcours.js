/*
 * What is drawn on a diagram of bpmn-js, on our page and in Cockpit: the elements passed, their ranks, the flows taken.
 */
const RANGS_MONTRES = 3;

function etiquette(texte, classe) {
  const noeud = document.createElement('div');
  noeud.className = `etiquette-ptce ${classe}`;
  noeud.textContent = texte;
  return noeud;
}

function rangs(marque) {
  const montres = marque.rangs.slice(0, RANGS_MONTRES).join(', ');
  return marque.rangs.length > RANGS_MONTRES ? `${montres}…` : montres;
}

/**
 * Marks the path.
 *
 * @param lecteur a viewer of bpmn-js that has read its diagram
 * @param {{marques: {element: string, etat: string, rangs: number[]}[], fleches: string[]}} trace
 */
export function dessiner(lecteur, trace) {
  const canevas = lecteur.get('canvas');
  const elements = lecteur.get('elementRegistry');
  const calques = lecteur.get('overlays');
  trace.fleches.filter(id => elements.get(id)).forEach(id => canevas.addMarker(id, 'parcours-fleche'));
  trace.marques.filter(marque => elements.get(marque.element)).forEach(marque => {
    canevas.addMarker(marque.element, `parcours-${marque.etat}`);
    calques.add(marque.element, 'ptce-parcours', {
      position: { top: -12, left: -8 },
      html: etiquette(rangs(marque), `etiquette-ptce--${marque.etat}`)
    });
  });
}
