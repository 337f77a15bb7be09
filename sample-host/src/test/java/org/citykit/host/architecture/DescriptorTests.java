package org.citykit.host.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What each module requires, exports and provides, word for word. A line that changes here changes what others may rely
 * on: change {@code descriptors.txt} in the same commit, and say why.
 */
class DescriptorTests {
    @TestFactory
    Stream<DynamicTest> everyModuleIsWhatItIsWrittenDownToBe() throws IOException {
        Map<String, String> golden = golden();
        return Rooms.classes().entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> {
                    ModuleDescriptor descriptor = Rooms.descriptor(room.getValue());
                    assertEquals(golden.getOrDefault(descriptor.name(), "nothing"), told(descriptor));
                }));
    }

    @Test
    void nothingIsWrittenDownThatIsNotThere() throws IOException {
        Set<String> there = Rooms.classes().values().stream()
                .map(Rooms::descriptor)
                .map(ModuleDescriptor::name)
                .collect(Collectors.toSet());

        assertEquals(new TreeSet<>(there), new TreeSet<>(golden().keySet()));
    }

    @TestFactory
    Stream<DynamicTest> noModuleIsOpenOrExportsToFriendsOnly() {
        return Rooms.classes().entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> {
                    ModuleDescriptor descriptor = Rooms.descriptor(room.getValue());
                    assertTrue(descriptor.opens().isEmpty() && !descriptor.isOpen(), "opens");
                    assertTrue(
                            descriptor.exports().stream().noneMatch(ModuleDescriptor.Exports::isQualified),
                            "qualified exports");
                }));
    }

    private static Map<String, String> golden() throws IOException {
        try (InputStream in = DescriptorTests.class.getResourceAsStream("descriptors.txt")) {
            String all = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(all.strip().split("\n\n"))
                    .collect(Collectors.toMap(text -> text.lines().findFirst().orElseThrow(), text -> text.strip()));
        }
    }

    private static String told(ModuleDescriptor descriptor) {
        Set<String> lines = new TreeSet<>();
        descriptor.requires().stream()
                .filter(requires -> !requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.MANDATED))
                .forEach(requires -> lines.add("  requires "
                        + requires.modifiers().stream()
                                .map(modifier -> modifier.name().toLowerCase(java.util.Locale.ROOT) + " ")
                                .sorted()
                                .collect(Collectors.joining())
                        + requires.name()));
        descriptor.exports().forEach(exports -> lines.add("  exports " + exports.source()));
        descriptor.uses().forEach(uses -> lines.add("  uses " + uses));
        descriptor
                .provides()
                .forEach(provides -> lines.add(
                        "  provides " + provides.service() + " with " + String.join(", ", provides.providers())));
        return descriptor.name() + "\n" + String.join("\n", lines);
    }
}
