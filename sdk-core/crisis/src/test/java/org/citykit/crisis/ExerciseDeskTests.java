package org.citykit.crisis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.crisis.Alert;
import org.junit.jupiter.api.Test;

class ExerciseDeskTests {
    private final Desk world = new Desk();
    private final AlertDesk live = world.open();
    private final ExerciseDesk drill = live.exercises();

    @Test
    void anExerciseNeverReachesTheBoardAListenerOrAChannel() {
        List<AlertBoard> told = new ArrayList<>();
        live.onChange(told::add);

        ExerciseAlert exercise = drill.publish(world.first());
        ExerciseAlert update = drill.update(exercise.alert().id(), world.river("update"));
        drill.allClear(update.alert().id(), world.river("all-clear"));

        assertEquals(List.of(), live.board().history());
        assertEquals(List.of(), live.board().inForce());
        assertEquals(List.of(), live.board().ended());
        assertEquals(Optional.empty(), live.board().alert(exercise.alert().id()));
        assertEquals(List.of(), told);
        assertEquals(Map.of(), world.journal.planned);
        assertEquals(3, world.journal.alerts.size());
        assertTrue(world.journal.alerts.stream().allMatch(a -> a.nature() == Alert.Nature.EXERCISE));
    }

    @Test
    void realAlertsAndExercisesCannotFollowEachOther() {
        String real = live.publish(world.first()).alert().id();
        String exercise = drill.publish(world.first()).alert().id();

        assertEquals(
                CrisisError.ALERT_NOT_FOUND,
                assertThrows(CrisisException.class, () -> drill.cancel(real, world.river("correction")))
                        .code());
        assertEquals(
                CrisisError.ALERT_NOT_FOUND,
                assertThrows(CrisisException.class, () -> live.update(exercise, world.river("update")))
                        .code());
        assertEquals(1, live.board().inForce().size());
    }

    @Test
    void theTypesCannotBeMixedUp() {
        Alert real = live.publish(world.first()).alert();
        Alert exercise = drill.publish(world.first()).alert();

        assertEquals(
                CrisisError.EXERCISE_MIXED,
                assertThrows(CrisisException.class, () -> new LiveAlert(exercise))
                        .code());
        assertEquals(
                CrisisError.EXERCISE_MIXED,
                assertThrows(CrisisException.class, () -> new ExerciseAlert(real))
                        .code());
    }

    @Test
    void nothingThatTakesChannelsTakesAnExercise() {
        for (Method method : AlertJournal.class.getDeclaredMethods()) {
            List<Class<?>> taken = Arrays.asList(method.getParameterTypes());
            assertFalse(taken.contains(ExerciseAlert.class) && taken.contains(List.class), method::toString);
            assertFalse(taken.contains(Alert.class), method::toString);
        }
    }

    @Test
    void anExerciseIsHeldToTheSameRules() {
        Draft hole = world.draft(new Wording.Prepared(Flood.ID, "first", Map.of()));
        String id = drill.publish(world.first()).alert().id();

        assertThrows(CrisisException.class, () -> drill.publish(hole));
        assertThrows(CrisisException.class, () -> drill.correct(id, world.river("update")));
        drill.cancel(id, world.river("correction"));
        assertEquals(
                CrisisError.ALERT_CANCELLED,
                assertThrows(CrisisException.class, () -> drill.correct(id, world.river("correction")))
                        .code());
        assertEquals(Optional.of(AlertState.CANCELLED), drill.state(id));
    }

    @Test
    void exercisesExpire() {
        ExerciseAlert exercise = drill.publish(world.first());

        List<ExerciseAlert> before = drill.inForce();
        world.clock.pass(Duration.ofHours(6));

        assertEquals(List.of(exercise), before);
        assertEquals(List.of(), drill.inForce());
        assertEquals(List.of(exercise), drill.history());
    }

    @Test
    void identifiersAreUniqueAcrossBothDesks() {
        List<String> parts = new ArrayList<>(List.of("a", "a", "b"));
        AlertDesk desk = AlertDesk.open(
                new DeskPorts(world.journal, Flood::book, () -> world.channels, world.clock, () -> parts.remove(0)));

        String exercise = desk.exercises().publish(world.first()).alert().id();
        String real = desk.publish(world.first()).alert().id();

        assertTrue(exercise.endsWith("-a"), exercise);
        assertTrue(real.endsWith("-b"), real);
    }
}
