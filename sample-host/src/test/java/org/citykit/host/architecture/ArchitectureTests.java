package org.citykit.host.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows between rooms, and what no room may do. */
class ArchitectureTests {
    private static final Set<String> SPI = Set.of(
            "org.citykit.api.Source",
            "org.citykit.api.EditableSource",
            "org.citykit.api.twinning.TwinningRegistry",
            "org.citykit.api.events.EventCalendar",
            "org.citykit.api.crisis.CrisisTemplates",
            "org.citykit.api.crisis.AlertChannel",
            "org.citykit.api.crisis.Channel");

    private static JavaClasses everything;

    @BeforeAll
    static void read() {
        everything = new ClassFileImporter().importPaths(Rooms.classes().values());
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        check(slices().assignedFrom(new Packages()).should().beFreeOfCycles());
    }

    @Test
    void onlyTheGuardCallsVendorCode() {
        check(noClasses()
                .that()
                .resideInAnyPackage("org.citykit.runtime..", "org.citykit.portal..", "org.citykit.host..")
                .and(not(resideInAPackage("org.citykit.runtime.guard..")))
                .should()
                .callMethodWhere(describe("of a service-provider interface", ArchitectureTests::callsSpi)));
    }

    @Test
    void nobodyPrintsButTheCommandLine() {
        check(noClasses()
                .that(not(resideInAnyPackage("org.citykit.host.command..", "org.citykit.testkit..")))
                .should()
                .accessFieldWhere(describe("a standard stream", ArchitectureTests::isStandardStream)));
    }

    @Test
    void ourPluginsTouchTheMachineThroughTheirContextAlone() {
        check(noClasses()
                .that()
                .resideInAPackage("org.citykit.plugins..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..", "java.net.http..", "java.util.concurrent..", "java.util.logging..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.(io\\.(File.*|RandomAccessFile)|net\\.(.*Socket.*|URL|.*Connection)"
                        + "|lang\\.(ProcessBuilder|Runtime|System))")
                .orShould()
                .callConstructorWhere(
                        describe("makes a thread", call -> call.getTargetOwner().isAssignableTo(Thread.class))));
    }

    @Test
    void nothingDependsOnTheDefaultsOfTheMachine() {
        check(noClasses()
                .that(not(resideInAPackage("org.citykit.testkit.."))) // it changes them to see whether a plugin notices
                .should()
                .callMethodWhere(describe("reads a default of the machine", ArchitectureTests::readsADefault)));
    }

    @Test
    void nobodySleepsOrBorrowsTheCommonPool() {
        check(noClasses()
                .should()
                .callMethodWhere(describe(
                        "sleeps or uses the common pool",
                        call -> isCall(call, "java.lang.Thread", "sleep")
                                || isCall(call, "java.util.concurrent.ForkJoinPool", "commonPool")
                                || isCall(call, "java.util.Collection", "parallelStream"))));
    }

    @Test
    void rawRuntimeExceptionsAreNotThrown() {
        check(noClasses()
                .should()
                .callConstructorWhere(describe(
                        "makes a bare exception",
                        call -> Set.of("java.lang.RuntimeException", "java.lang.Exception", "java.lang.Error")
                                        .contains(call.getTargetOwner().getName())
                                && !call.getOriginOwner().isAssignableTo(Throwable.class))));
    }

    @Test
    void errorCodesAreEnums() {
        check(classes().that().implement("org.citykit.api.ErrorCode").should().beEnums());
    }

    /** Every package is a slice, but the API is one: its views name the records of its domains. */
    private static final class Packages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (!name.startsWith("org.citykit.")) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(name.startsWith("org.citykit.api") ? "org.citykit.api" : name);
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    private static void check(ArchRule rule) {
        rule.check(everything);
    }

    private static boolean callsSpi(JavaMethodCall call) {
        return call.getTargetOwner()
                .isAssignableTo(
                        describe("service-provider interface", (JavaClass type) -> SPI.contains(type.getName())));
    }

    private static boolean isStandardStream(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals("java.lang.System")
                && Set.of("out", "err").contains(access.getTarget().getName());
    }

    private static boolean readsADefault(JavaMethodCall call) {
        return isCall(call, "java.util.Locale", "getDefault")
                || isCall(call, "java.time.ZoneId", "systemDefault")
                || isCall(call, "java.util.TimeZone", "getDefault")
                || isCall(call, "java.nio.charset.Charset", "defaultCharset");
    }

    private static boolean isCall(JavaMethodCall call, String owner, String name) {
        return call.getTargetOwner().isAssignableTo(owner) && call.getName().equals(name);
    }
}
