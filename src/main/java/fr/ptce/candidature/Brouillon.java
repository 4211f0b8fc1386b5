package fr.ptce.candidature;

import java.time.Instant;
import java.util.Map;

/**
 * A candidature that is not filed yet.
 *
 * @param id random, not guessable; owner of the attachments is {@code brouillon:<id>}
 * @param courriel address to remind, null until the porteur gives one
 * @param champs what the porteur wrote so far, by the keys of {@code depot-candidature.form}, unchecked
 * @param deposeNumero number of the dossier it became, null while it is a draft
 */
record Brouillon(
        String id, long campagne, String courriel, Map<String, Object> champs, Instant majLe, String deposeNumero) {

    boolean depose() {
        return deposeNumero != null;
    }

    String proprietaireDesPieces() {
        return "brouillon:" + id;
    }
}
