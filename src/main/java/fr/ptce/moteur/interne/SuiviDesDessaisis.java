package fr.ptce.moteur.interne;

import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What an instance creates after it was taken away from a user (tasks, called instances) is taken away too. Built into
 * every model at parsing, so that nobody can forget or skip it.
 */
class SuiviDesDessaisis extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activite) {
        ((UserTaskActivityBehavior) activite.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, SuiviDesDessaisis::suivre);
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        ExecutionListener auDemarrage = SuiviDesDessaisis::suivre;
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, auDemarrage);
    }

    private static void suivre(DelegateTask tache) {
        Revocations revocations = new Revocations(Context.getCommandContext());
        revocations
                .dessaisis(tache.getProcessInstanceId())
                .forEach(utilisateur -> revocations.revoquer(utilisateur, Resources.TASK, tache.getId()));
    }

    private static void suivre(DelegateExecution appelee) {
        DelegateExecution appelante = appelee.getSuperExecution();
        if (appelante != null) {
            Revocations revocations = new Revocations(Context.getCommandContext());
            revocations
                    .dessaisis(appelante.getProcessInstanceId())
                    .forEach(utilisateur -> revocations.revoquer(
                            utilisateur, Resources.PROCESS_INSTANCE, appelee.getProcessInstanceId()));
        }
    }
}
