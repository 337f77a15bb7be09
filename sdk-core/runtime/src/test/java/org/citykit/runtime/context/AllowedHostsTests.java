package org.citykit.runtime.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTests {
    private record Inner(Optional<URI> link) {}

    private record Settings(URI feed, List<Inner> more, Map<String, URI> others) {}

    private record One(URI feed) {}

    @ParameterizedTest
    @CsvSource({
        "a.example, https://a.example/x, true",
        "a.example, https://a.example:443/x, true",
        "a.example, http://a.example:80/x, true",
        "a.example, http://A.Example./x, true",
        "a.example., http://a.example/x, true",
        "a.example, https://a.example:80/x, false",
        "a.example, https://a.example:8443/x, false",
        "a.example:8443, https://a.example:8443/x, true",
        "a.example:8443, https://a.example/x, false",
        "a.example:8443, https://b.a.example:8443/x, false",
        "*.a.example, https://b.a.example/x, true",
        "*.a.example, https://c.b.a.example/x, true",
        "*.a.example, https://a.example/x, false",
        "*.a.example, https://ba.example/x, false",
        "*.a.example, https://a.example.evil.example/x, false",
        "*.a.example:8443, https://b.a.example:8443/x, true",
        "*.a.example:8443, https://b.a.example/x, false",
        "[::1]:8080, http://[::1]:8080/x, true",
        "[::1], http://[::2]/x, false",
        "*.0.0.1, http://127.0.0.1/x, false",
        "*, https://a.example/x, false",
        "*.*, https://a.example/x, false",
        "'', https://a.example/x, false",
    })
    void aHostIsNamedExactlyOrWithAllBelowOnItsPort(String named, String asked, boolean admitted) {
        AllowedHosts hosts = AllowedHosts.of(new Inner(Optional.empty()), List.of(), List.of(named));

        assertEquals(admitted, hosts.admit(URI.create(asked)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.1/",
                "http://127.1/",
                "http://0177.0.0.1/",
                "http://127.0.0.01/",
                "http://1.2.3.4.5/",
                "http://256.1.1.1/",
                "http://0x7f.0.0.1/",
                "http:///x",
                "http:x"
            })
    void anAddressInAnOddSpellingIsNeverAdmitted(String asked) {
        URI uri = URI.create(asked);
        String host = uri.getRawAuthority() == null ? "x" : uri.getRawAuthority();

        assertFalse(AllowedHosts.anywhere(List.of(host, "*.1", "*.0.0.1")).admit(uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/",
                "http://[::1]/",
                "http://10.0.0.5/",
                "http://localhost:8080/",
                "http://intranet/",
                "http://files.lan/",
                "http://files.internal/",
                "http://printer.local/",
                "http://nas.home.arpa/"
            })
    void aSettingThatSaysItselfThatItIsPrivateMayBe(String feed) {
        AllowedHosts hosts = AllowedHosts.of(new One(URI.create(feed)), List.of(), List.of());

        assertTrue(hosts.admitPrivate(URI.create(feed)));
    }

    @Test
    void onlyTheWebmasterOpensTheWayInside() {
        URI asked = URI.create("https://files.city.example/");
        One other = new One(URI.create("https://other.example/"));

        assertFalse(AllowedHosts.of(new One(asked), List.of(), List.of()).admitPrivate(asked));
        assertFalse(AllowedHosts.of(other, List.of("*.city.example"), List.of()).admitPrivate(asked));
        assertFalse(
                AllowedHosts.of(other, List.of(), List.of("files.city.example")).admitPrivate(asked));
        assertTrue(
                AllowedHosts.of(other, List.of("files.city.example"), List.of()).admitPrivate(asked));
    }

    @Test
    void everyAddressInTheSettingsIsFound() {
        Settings settings = new Settings(
                URI.create("https://a.example/x"),
                List.of(new Inner(Optional.of(URI.create("https://B.example:8443/x"))), new Inner(Optional.empty())),
                Map.of("c", URI.create("https://c.example:443/x"), "d", URI.create("mailto:a@d.example")));

        assertEquals(Set.of("a.example", "b.example:8443", "c.example"), AllowedHosts.names(settings));
    }
}
