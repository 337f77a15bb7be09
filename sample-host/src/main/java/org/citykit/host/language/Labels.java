package org.citykit.host.language;

import java.util.Map;
import org.citykit.api.Audience;
import org.citykit.api.CalendarSystem;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.Hazard;
import org.citykit.api.crisis.Phase;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventStatus;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.Dimension;
import org.citykit.api.twinning.Field;
import org.citykit.api.twinning.LifecycleState;
import org.citykit.api.twinning.Membership;
import org.citykit.api.twinning.NationalCoordination;
import org.citykit.api.twinning.Party;
import org.citykit.api.twinning.ReasonCode;

/** What the API's closed choices are called in one language; every map is complete. */
public record Labels(
        TwinningLabels twinning,
        EventLabels events,
        AlertLabels alerts,
        Map<Audience, String> audience,
        Map<CalendarSystem, String> calendar) {

    /** Of relations and networks. */
    public record TwinningLabels(
            Map<AgreementKind, String> kind,
            Map<LifecycleState, String> state,
            Map<ReasonCode, String> reason,
            Map<Dimension, String> dimension,
            Map<Field, String> field,
            Map<Party.Role, String> partyRole,
            Map<Membership.Role, String> memberRole,
            Map<NationalCoordination.State, String> coordination) {}

    /** Of events. */
    public record EventLabels(Map<EventKind, String> kind, Map<EventStatus, String> status) {}

    /** Of alerts. */
    public record AlertLabels(
            Map<EmergencyType, String> emergency,
            Map<Phase, String> phase,
            Map<Alert.Message, String> message,
            Map<Hazard.Urgency, String> urgency,
            Map<Hazard.Severity, String> severity,
            Map<Hazard.Certainty, String> certainty) {}

    static Labels from(Phrases phrases) {
        return new Labels(
                new TwinningLabels(
                        phrases.labels(AgreementKind.class),
                        phrases.labels(LifecycleState.class),
                        phrases.labels(ReasonCode.class),
                        phrases.labels(Dimension.class),
                        phrases.labels(Field.class),
                        phrases.labels("party-role", Party.Role.class),
                        phrases.labels("member-role", Membership.Role.class),
                        phrases.labels("coordination", NationalCoordination.State.class)),
                new EventLabels(phrases.labels(EventKind.class), phrases.labels(EventStatus.class)),
                new AlertLabels(
                        phrases.labels(EmergencyType.class),
                        phrases.labels(Phase.class),
                        phrases.labels(Alert.Message.class),
                        phrases.labels(Hazard.Urgency.class),
                        phrases.labels(Hazard.Severity.class),
                        phrases.labels(Hazard.Certainty.class)),
                phrases.labels(Audience.class),
                phrases.labels(CalendarSystem.class));
    }
}
