package fr.ptce.moteur.interne;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Closes CVE-2026-109432: Camunda 7.24 evaluates the expressions of {@code orQueries}, whoever sends them, because it
 * refuses expressions at the top level of a query only.
 *
 * <p>Refused with a {@link BadUserRequestException} (HTTP 400): a query with expressions at any depth; the execution of a
 * filter extended by such a query; the saving of a filter with expressions by a logged-in user, administrators included.
 * Filters with expressions are made by the application at start, when nobody is logged in, and can be executed.
 */
class RefusDesExpressions extends CommandInterceptor {

    // The engine has no getter for these two; a change of their names stops the start, which is what we want.
    private static final Field EXTENSION = champ(AbstractExecuteFilterCmd.class, "extendingQuery");
    private static final Field FILTRE = champ(SaveFilterCmd.class, "filter");

    private final BooleanSupplier quelquUnEstConnecte;

    RefusDesExpressions(BooleanSupplier quelquUnEstConnecte) {
        this.quelquUnEstConnecte = quelquUnEstConnecte;
    }

    @Override
    public <T> T execute(Command<T> commande) {
        if (commande instanceof AbstractQuery<?, ?> requete) {
            refuser(requete);
        } else if (commande instanceof AbstractExecuteFilterCmd) {
            refuser(valeur(EXTENSION, commande));
        } else if (commande instanceof SaveFilterCmd
                && valeur(FILTRE, commande) instanceof Filter filtre
                && quelquUnEstConnecte.getAsBoolean()) {
            refuser(filtre.getQuery());
        }
        return next.execute(commande);
    }

    private static void refuser(Object requete) {
        if (requete instanceof AbstractQuery<?, ?> aLire
                && contientUneExpression(aLire, Collections.newSetFromMap(new IdentityHashMap<>()))) {
            throw new BadUserRequestException("Expressions are forbidden in queries and filters");
        }
    }

    private static boolean contientUneExpression(AbstractQuery<?, ?> requete, Set<Object> dejaLues) {
        if (!dejaLues.add(requete)) {
            return false;
        }
        return !requete.getExpressions().isEmpty()
                || sousRequetes(requete).stream().anyMatch(sous -> contientUneExpression(sous, dejaLues));
    }

    private static Collection<? extends AbstractQuery<?, ?>> sousRequetes(AbstractQuery<?, ?> requete) {
        if (requete instanceof TaskQueryImpl taches) {
            return taches.getQueries();
        }
        if (requete instanceof HistoricTaskInstanceQueryImpl taches) {
            return taches.getQueries();
        }
        if (requete instanceof ProcessInstanceQueryImpl instances) {
            return instances.getQueries();
        }
        if (requete instanceof HistoricProcessInstanceQueryImpl instances) {
            return instances.getQueries();
        }
        return List.of();
    }

    private static Field champ(Class<?> classe, String nom) {
        try {
            Field champ = classe.getDeclaredField(nom);
            champ.setAccessible(true);
            return champ;
        } catch (NoSuchFieldException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static Object valeur(Field champ, Object commande) {
        try {
            return champ.get(commande);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
