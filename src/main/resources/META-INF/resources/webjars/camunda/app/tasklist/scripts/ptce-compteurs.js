/*
 * Tasklist counts the tasks of the open filter only. We show how many tasks each of the others holds too, beside its
 * name: that tells where there is something to do.
 */

const FILTRES = '/camunda/api/engine/engine/default/filter?resourceType=Task&itemCount=true&maxResults=50';
const ENTRE_DEUX_COMPTES = 30_000;

let nombres = new Map();
let compteLe = 0;

const nom = ancre => ancre.firstChild?.data?.trim();

function ecrire(ancre) {
  const nombre = nombres.get(nom(ancre));
  let compteur = ancre.querySelector('.ptce-compteur');
  if (nombre === undefined) {
    return;
  }
  if (!compteur) {
    compteur = document.createElement('span');
    compteur.className = 'ptce-compteur counter';
    ancre.append(' ', compteur);
  }
  const texte = `${nombre}`;
  // Writing an equal text would wake the observer again, forever.
  if (compteur.textContent !== texte) {
    compteur.textContent = texte;
    compteur.title = nombre === 1 ? 'une tâche' : `${nombre} tâches`;
  }
}

function montrer() {
  document.querySelectorAll('.task-filter .name > a').forEach(ecrire);
}

async function compter() {
  compteLe = Date.now();
  const reponse = await fetch(FILTRES, { headers: { Accept: 'application/json' } });
  if (reponse.ok) {
    const filtres = await reponse.json();
    nombres = new Map(filtres.map(({ name, itemCount }) => [name, itemCount]));
    montrer();
  }
}

function actualiser() {
  if (document.querySelector('.task-filter') && Date.now() - compteLe > ENTRE_DEUX_COMPTES) {
    // A list without figures still works.
    compter().catch(erreur => console.warn('Filtres non comptés :', erreur));
  }
  montrer();
}

// Angular draws the list again whenever another filter or task is opened, and when a task is done.
new MutationObserver(actualiser).observe(document.body, { childList: true, subtree: true });
actualiser();
