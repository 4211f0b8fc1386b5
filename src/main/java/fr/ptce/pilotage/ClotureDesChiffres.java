package fr.ptce.pilotage;

import fr.ptce.annuaire.Theme;
import fr.ptce.annuaire.Themes;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds up the months that are over: what was completed and sent then does not change any more. The dashboard reads these
 * sums, and row by row only what is more recent.
 */
@Service
class ClotureDesChiffres {

    /** All dossiers together. */
    static final String TOUS_LES_THEMES = "*";

    static final String SANS_THEME = "sans";

    /** All dossiers together, whatever their call and region: instead of a theme in the tables of sums. */
    static final String ENSEMBLE = "**";

    private final JdbcClient jdbc;
    private final Themes themes;
    private final Clock horloge;

    ClotureDesChiffres(JdbcClient jdbc, Themes themes, Clock horloge) {
        this.jdbc = jdbc;
        this.themes = themes;
        this.horloge = horloge;
    }

    /** The last month that is added up, such as 202611; 0 for none. */
    int dernierMoisClos() {
        return jdbc.sql("select coalesce(max(mois), 0) from mois_clos")
                .query(Integer.class)
                .single();
    }

    /** Does nothing for a month that is closed already; two nodes at once: one of them fails, and tries again. */
    @Transactional
    public void clore() {
        YearMonth courant = Mois.de(horloge.instant());
        Optional<YearMonth> premier = premierMoisOuvert();
        for (YearMonth mois = premier.orElse(courant); mois.isBefore(courant); mois = mois.plusMonths(1)) {
            clore(mois);
        }
    }

    private Optional<YearMonth> premierMoisOuvert() {
        int dernier = dernierMoisClos();
        return dernier > 0 ? Optional.of(Mois.de(dernier).plusMonths(1)) : premierMoisConnu();
    }

    private Optional<YearMonth> premierMoisConnu() {
        return Stream.of("select min(franchie_le) from etape_franchie", "select min(envoye_le) from courriel")
                .flatMap(premier -> jdbc.sql(premier).query(OffsetDateTime.class).optional().stream())
                .map(OffsetDateTime::toInstant)
                .min(Instant::compareTo)
                .map(Mois::de);
    }

    private void clore(YearMonth mois) {
        jdbc.sql("insert into mois_clos (mois, clos_le) values (:mois, :le)")
                .param("mois", Mois.numero(mois))
                .param("le", horloge.instant().atOffset(ZoneOffset.UTC))
                .update();
        Stream.concat(
                        Stream.of(TOUS_LES_THEMES, SANS_THEME),
                        themes.tous().stream().map(Theme::id))
                .forEach(theme -> additionner(mois, theme));
        rassembler(mois);
    }

    private void rassembler(YearMonth mois) {
        jdbc.sql("""
                        insert into etapes_du_mois (theme, mois, campagne, region, processus, element, nom, jours, nombre,
                          retards, avec_echeance, prevus)
                        select cast(:ensemble as varchar(40)), mois, 0, 'FR', processus, element, max(nom), jours, sum(nombre),
                          sum(retards), sum(avec_echeance), sum(prevus)
                        from etapes_du_mois where theme = :tous and mois = :mois group by mois, processus, element, jours
                        """)
                .param("ensemble", ENSEMBLE)
                .param("tous", TOUS_LES_THEMES)
                .param("mois", Mois.numero(mois))
                .update();
        jdbc.sql("""
                        insert into courriels_du_mois (theme, mois, campagne, region, envoyes)
                        select cast(:ensemble as varchar(40)), mois, 0, 'FR', sum(envoyes)
                        from courriels_du_mois where theme = :tous and mois = :mois group by mois
                        """)
                .param("ensemble", ENSEMBLE)
                .param("tous", TOUS_LES_THEMES)
                .param("mois", Mois.numero(mois))
                .update();
    }

    private void additionner(YearMonth mois, String theme) {
        jdbc.sql("""
                        insert into etapes_du_mois (theme, mois, campagne, region, processus, element, nom, jours, nombre,
                          retards, avec_echeance, prevus)
                        select cast(:theme as varchar(40)), e.mois, e.campagne, e.region, e.processus, e.element, max(e.nom), e.jours, count(*),
                          count(*) filter (where e.retard), count(e.prevus), coalesce(sum(e.prevus), 0)
                        from etape_franchie e where e.mois = :mois and\s""" + duTheme("e.themes", theme) + """
                         group by e.mois, e.campagne, e.region, e.processus, e.element, e.jours
                        """)
                .param("theme", theme)
                .param("mois", Mois.numero(mois))
                .param("motif", "%," + theme + ",%")
                .update();
        jdbc.sql("""
                        insert into courriels_du_mois (theme, mois, campagne, region, envoyes)
                        select cast(:theme as varchar(40)), cast(:mois as integer), coalesce(d.campagne, 0), coalesce(d.region, 'FR'), count(*)
                        from courriel c left join dossier d on d.numero = c.dossier
                        where c.envoye_le >= :debut and c.envoye_le < :fin and\s"""
                        + duTheme("',' || coalesce(nullif(d.themes, '') || ',', '')", theme)
                        + " group by coalesce(d.campagne, 0), coalesce(d.region, 'FR')")
                .param("theme", theme)
                .param("mois", Mois.numero(mois))
                .param("motif", "%," + theme + ",%")
                .param("debut", Mois.debut(mois).atOffset(ZoneOffset.UTC))
                .param("fin", Mois.debut(mois.plusMonths(1)).atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * SQL: whether the ids between commas hold a theme; its parameter is {@code motif}.
     *
     * @param theme an id, {@link #SANS_THEME} or {@link #TOUS_LES_THEMES}
     */
    static String duTheme(String themes, String theme) {
        return switch (theme) {
            case TOUS_LES_THEMES -> "1 = 1";
            case SANS_THEME -> themes + " = ','";
            default -> themes + " like :motif";
        };
    }
}
