package org.citykit.api.twinning;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.CityRef;
import org.citykit.api.Figure;
import org.citykit.api.GeoPoint;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * A city, region or country as one registry or gazetteer holds it.
 *
 * @param ref who it is in a public scheme
 * @param kind what it is
 * @param name its name in one or more languages
 * @param otherNames former and alternate names, in any script; not for display
 * @param sameAs who it is in other schemes
 * @param country ISO 3166-1 alpha-2, or empty when not known
 * @param location where it lies
 * @param zone its time zone
 * @param traits what it is known for, as matching criteria
 * @param figures population and other numbers
 * @param provenance who says so
 * @since 1.0
 */
public record City(
        CityRef ref,
        Kind kind,
        Text name,
        List<String> otherNames,
        Set<CityRef> sameAs,
        String country,
        Optional<GeoPoint> location,
        Optional<ZoneId> zone,
        Set<Trait> traits,
        List<Figure> figures,
        Provenance provenance)
        implements TwinningItem {
    /** What a place is. */
    public enum Kind {
        /** A city, town or village. */
        CITY,
        /** A district, county, province or other region. */
        REGION,
        /** A country. */
        COUNTRY
    }

    /** What a city is known for. */
    public enum Trait {
        /** Old, with monuments. */
        ANTIQUITY,
        /** Science and universities. */
        SCIENCE,
        /** Tourism. */
        TOURISM,
        /** A port. */
        PORT,
        /** Industry. */
        INDUSTRY,
        /** A capital. */
        CAPITAL
    }

    public City {
        Check.present("ref", ref);
        Check.present("kind", kind);
        Check.present("name", name);
        otherNames = Check.list("otherNames", otherNames);
        otherNames.forEach(other -> Check.text("otherNames", other));
        sameAs = Set.copyOf(Check.list("sameAs", sameAs));
        Check.note("country", country);
        Check.present("location", location);
        Check.present("zone", zone);
        traits = Set.copyOf(Check.list("traits", traits));
        figures = Check.list("figures", figures);
        Check.present("provenance", provenance);
    }

    /** The reference as text. */
    @Override
    public String id() {
        return ref.toString();
    }
}
