package fr.ptce.candidature;

import fr.ptce.moteur.ValeursJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a candidature says of its project, one question of its forms each: kept in the table {@code dossier}, shown again
 * when the dossier is to be completed, and read from files. One list for all of them, so that a question added is lost
 * nowhere; a test compares it with the forms, the table, the export and the page of the dossier.
 *
 * <p>The region and the consent are asked as well, and kept apart.
 */
public enum ChampDuDossier {
    INITIATIVE("initiative", Genre.TEXTE, Dossier::initiative),
    STRUCTURE("structure", "structure_porteuse", Genre.TEXTE, Dossier::structure),
    TYPE_STRUCTURE("type_structure", Genre.CHOIX, Dossier::typeStructure),
    COMMUNE("commune", Genre.TEXTE, Dossier::commune),
    CODE_POSTAL("code_postal", Genre.TEXTE, Dossier::codePostal),
    THEMES("themes", Genre.LISTE, Dossier::listeDesThemes),
    STADE("stade", Genre.CHOIX, Dossier::stade),
    ACTIVITE_ECONOMIQUE("activite_economique", Genre.CHOIX, Dossier::activiteEconomique),
    NOMBRE_PARTENAIRES("nombre_partenaires", Genre.NOMBRE, Dossier::nombrePartenaires),
    PARTENAIRES("partenaires", Genre.TEXTE, Dossier::partenaires),
    TERRITOIRE("territoire", Genre.TEXTE, Dossier::territoire),
    COOPERATIONS("cooperations", Genre.TEXTE, Dossier::cooperations),
    ECONOMIE("economie", Genre.TEXTE, Dossier::economie),
    CONTACT_NOM("contact_nom", Genre.TEXTE, Dossier::contactNom),
    CONTACT_COURRIEL("contact_courriel", Genre.TEXTE, Dossier::contactCourriel),
    CONTACT_TELEPHONE("contact_telephone", Genre.TEXTE, Dossier::contactTelephone);

    /** How an answer is given. */
    public enum Genre {
        TEXTE,
        /** One of the options of the form. */
        CHOIX,
        /** Some of the options of the form; kept separated by commas. */
        LISTE,
        /** A whole number. */
        NOMBRE
    }

    private final String cle;
    private final String colonneDImport;
    private final Genre genre;
    // A reference to a method: it keeps nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Dossier, ?> lecture;

    ChampDuDossier(String cle, Genre genre, Function<Dossier, ?> lecture) {
        this(cle, cle, genre, lecture);
    }

    ChampDuDossier(String cle, String colonneDImport, Genre genre, Function<Dossier, ?> lecture) {
        this.cle = cle;
        this.colonneDImport = colonneDImport;
        this.genre = genre;
        this.lecture = lecture;
    }

    /** Key of the question in the forms; name of the column in the table. */
    public String cle() {
        return cle;
    }

    /** Name of the column in a file of candidatures. */
    public String colonneDImport() {
        return colonneDImport;
    }

    public Genre genre() {
        return genre;
    }

    /** The answer, as the table keeps it; null when there is none. */
    Object aEcrire(ChampsDuDossier champs) {
        return switch (genre) {
            case TEXTE, CHOIX -> champs.texte(cle);
            case LISTE -> champs.liste(cle);
            case NOMBRE -> champs.entier(cle);
        };
    }

    /** What a dossier answers; null when nothing, an empty list for none of a list. */
    Object dans(Dossier dossier) {
        return lecture.apply(dossier);
    }

    /** All answers of a dossier by key, as a form of the engine shows them. */
    static Map<String, Object> reponses(Dossier dossier, ValeursJson json) {
        Map<String, Object> reponses = new HashMap<>();
        Stream.of(values()).forEach(champ -> {
            Object reponse = champ.dans(dossier);
            reponses.put(
                    champ.cle,
                    reponse instanceof List<?> liste
                            ? json.de(liste.stream().map(Object::toString).toList())
                            : reponse);
        });
        return reponses;
    }
}
