package fr.ptce.delais;

/** A Java source, read as two texts: the code without its comments, and what its strings say. */
final class SourceJava {

    /** Between two strings that nobody reads together. */
    private static final char COUPURE = '¦';

    private final StringBuilder code = new StringBuilder();
    private final StringBuilder chaines = new StringBuilder();
    private final StringBuilder entreDeux = new StringBuilder();
    private final String source;
    private int ici;

    SourceJava(String source) {
        this.source = source;
        while (ici < source.length()) {
            lire();
        }
    }

    /** The code as it is, without comments. */
    String code() {
        return code.toString();
    }

    /** What the strings say; those that are added to each other are one. */
    String chaines() {
        return chaines.toString();
    }

    private void lire() {
        if (source.startsWith("//", ici)) {
            sauter("\n");
        } else if (source.startsWith("/*", ici)) {
            sauter("*/");
        } else if (source.startsWith("\"\"\"", ici)) {
            chaine("\"\"\"");
        } else if (source.charAt(ici) == '"') {
            chaine("\"");
        } else if (source.charAt(ici) == '\'') {
            int fin = fin("'");
            copier(fin);
        } else {
            entreDeux.append(source.charAt(ici));
            code.append(source.charAt(ici++));
        }
    }

    private void sauter(String marque) {
        int fin = source.indexOf(marque, ici + 2);
        ici = fin < 0 ? source.length() : fin + marque.length();
        code.append('\n');
    }

    private void chaine(String guillemets) {
        int fin = fin(guillemets);
        if (!entreDeux.toString().isBlank() && !"+".equals(entreDeux.toString().strip())) {
            chaines.append(COUPURE);
        }
        entreDeux.setLength(0);
        chaines.append(source, ici + guillemets.length(), fin - guillemets.length());
        code.append(source, ici, fin);
        ici = fin;
    }

    private void copier(int fin) {
        entreDeux.append(source, ici, fin);
        code.append(source, ici, fin);
        ici = fin;
    }

    /** Where what begins here with these quotes ends, quotes included. */
    private int fin(String guillemets) {
        int fin = ici + guillemets.length();
        while (!source.startsWith(guillemets, fin)) {
            fin += source.charAt(fin) == '\\' ? 2 : 1;
        }
        return fin + guillemets.length();
    }
}
