package fr.ptce.pilotage;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** How far back a pilot looks. */
enum Recul {
    SEPT_JOURS("7j", "7 derniers jours", 7),
    TRENTE_JOURS("30j", "30 derniers jours", 30),
    TROIS_MOIS("3m", "3 derniers mois", 91),
    DOUZE_MOIS("12m", "12 derniers mois", 365),
    TOUT("tout", "Depuis le début", null);

    private final String id;
    private final String libelle;
    private final Integer jours;

    Recul(String id, String libelle, Integer jours) {
        this.id = id;
        this.libelle = libelle;
        this.jours = jours;
    }

    /** The period of an address; an unknown or missing one is that of thirty days. */
    static Recul de(String id) {
        return Stream.of(values())
                .filter(recul -> recul.id.equals(id))
                .findFirst()
                .orElse(TRENTE_JOURS);
    }

    String id() {
        return id;
    }

    String libelle() {
        return libelle;
    }

    /** When it begins; for {@link #TOUT}, before anything happened. */
    Instant debut(Clock horloge) {
        return jours == null ? Instant.EPOCH : horloge.instant().minus(jours, ChronoUnit.DAYS);
    }
}
