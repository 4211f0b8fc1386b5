package fr.ptce.portail;

import java.util.List;

/**
 * What a personal link says when it has no form to show.
 *
 * @param titre a whole sentence
 * @param paragraphes at least one
 */
record MessageDeLien(String titre, List<String> paragraphes) {

    static final MessageDeLien REPONDU = new MessageDeLien(
            "Vous avez déjà répondu, merci.",
            List.of(
                    "Votre réponse a bien été reçue et transmise aux personnes qui suivent votre dossier.",
                    "Pour la corriger ou la compléter, écrivez à votre interlocuteur en répondant au courriel"
                            + " qui contenait ce lien."));

    static final MessageDeLien PLUS_ATTENDU = new MessageDeLien(
            "Cette réponse n’est plus attendue.",
            List.of(
                    "Votre dossier a avancé sans elle\u00a0: vous n’avez rien à faire.",
                    "Pour en savoir plus, répondez au courriel qui contenait ce lien."));

    static final MessageDeLien SUSPENDU = new MessageDeLien(
            "Votre dossier est momentanément suspendu.",
            List.of(
                    "Vous pourrez répondre dès sa reprise, avec ce même lien.",
                    "Pour en savoir plus, répondez au courriel qui contenait ce lien."));

    static final MessageDeLien INCONNU = new MessageDeLien(
            "Ce lien n’est pas ou n’est plus valable.",
            List.of(
                    "Il a peut-être été coupé par votre messagerie\u00a0: copiez-le en entier, depuis le courriel,"
                            + " dans la barre d’adresse de votre navigateur.",
                    "Si cela ne suffit pas, demandez un nouveau lien\u00a0: répondez simplement au courriel qui le"
                            + " contenait, ou appelez la personne qui suit votre dossier. Elle peut vous en envoyer un"
                            + " autre, ou saisir vos réponses avec vous par téléphone."));
}
