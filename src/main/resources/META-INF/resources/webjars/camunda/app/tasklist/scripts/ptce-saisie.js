/*
 * A text typed in a form is lost when another field changes the form within the delay before form-js reads it. The
 * delay is an option of each form, and Tasklist has no setting for it: we give it when a form is built.
 */

function moduleDesFormulaires(require) {
  const trouve = Object.entries(require.m).find(([, fabrique]) => {
    const source = fabrique.toString();
    return source.includes('.createForm=') && source.includes('_createInjector(');
  });
  return trouve && require(trouve[0]);
}

function lireSansDelai({ prototype }) {
  const construire = prototype._createInjector;
  prototype._createInjector = function (options, conteneur) {
    return construire.call(this, { ...options, debounce: false }, conteneur);
  };
}

// How the bundler hands out its modules to a script that it did not build.
(self.webpackChunkcamunda_bpm_webapp ||= []).push([['ptce-saisie'], {}, require => {
  const formulaires = moduleDesFormulaires(require);
  if (formulaires?.Form?.prototype._createInjector) {
    lireSansDelai(formulaires.Form);
  } else {
    console.warn('Formulaires : le délai de lecture des textes n’a pas pu être retiré.');
  }
}]);
