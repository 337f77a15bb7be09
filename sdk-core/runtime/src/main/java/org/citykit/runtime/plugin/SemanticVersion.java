package org.citykit.runtime.plugin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version by semver.org 2.0.0 §11, whose minor and patch numbers may be left out. Immutable.
 *
 * @param major the first number
 * @param minor the second number
 * @param patch the third number
 * @param preRelease the identifiers after the hyphen; empty for a release
 */
public record SemanticVersion(BigInteger major, BigInteger minor, BigInteger patch, List<String> preRelease)
        implements Comparable<SemanticVersion> {
    private static final String NUMBER = "(0|[1-9][0-9]{0,17})";
    private static final String WORDS = "([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)";
    private static final Pattern FORM = Pattern.compile(
            NUMBER + "(?:\\." + NUMBER + ")?(?:\\." + NUMBER + ")?(?:-" + WORDS + ")?(?:\\+" + WORDS + ")?");
    private static final int LENGTH = 120;

    static final SemanticVersion LOWEST = of(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    public SemanticVersion {
        preRelease = List.copyOf(preRelease);
    }

    /** Reads a version; build metadata after {@code +} is left out, since it orders nothing. */
    public static Optional<SemanticVersion> parse(String text) {
        Matcher found = FORM.matcher(text);
        if (text.length() > LENGTH || !found.matches()) {
            return Optional.empty();
        }
        List<String> words = found.group(4) == null
                ? List.of()
                : Arrays.asList(found.group(4).split("\\.", -1));
        return Optional.of(new SemanticVersion(number(found, 1), number(found, 2), number(found, 3), words));
    }

    static SemanticVersion of(BigInteger major, BigInteger minor, BigInteger patch) {
        return new SemanticVersion(major, minor, patch, List.of());
    }

    private static BigInteger number(Matcher found, int group) {
        return found.group(group) == null ? BigInteger.ZERO : new BigInteger(found.group(group));
    }

    /** The lowest of all versions that share these numbers: the lowest pre-release of them. */
    SemanticVersion floor() {
        return new SemanticVersion(major, minor, patch, List.of("0"));
    }

    /** The release with these numbers, which is the first that is not below this version. */
    SemanticVersion release() {
        return preRelease.isEmpty() ? this : of(major, minor, patch);
    }

    /** The lowest version above this one. */
    SemanticVersion successor() {
        if (preRelease.isEmpty()) {
            return next(3).floor();
        }
        List<String> words = new ArrayList<>(preRelease);
        words.add("0");
        return new SemanticVersion(major, minor, patch, words);
    }

    /** The release whose first, second or third number is one higher, with zeros after it. */
    SemanticVersion next(int number) {
        BigInteger one = BigInteger.ONE;
        BigInteger zero = BigInteger.ZERO;
        return switch (number) {
            case 1 -> of(major.add(one), zero, zero);
            case 2 -> of(major, minor.add(one), zero);
            default -> of(major, minor, patch.add(one));
        };
    }

    @Override
    public int compareTo(SemanticVersion other) {
        int order = major.compareTo(other.major);
        order = order != 0 ? order : minor.compareTo(other.minor);
        order = order != 0 ? order : patch.compareTo(other.patch);
        return order != 0 ? order : comparePreReleases(other);
    }

    private int comparePreReleases(SemanticVersion other) {
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        for (int i = 0; i < Math.min(preRelease.size(), other.preRelease.size()); i++) {
            int order = compareWords(preRelease.get(i), other.preRelease.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(preRelease.size(), other.preRelease.size());
    }

    private static int compareWords(String left, String right) {
        boolean leftIsNumber = isNumber(left);
        boolean rightIsNumber = isNumber(right);
        if (leftIsNumber && rightIsNumber) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        return leftIsNumber == rightIsNumber ? left.compareTo(right) : Boolean.compare(rightIsNumber, leftIsNumber);
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        String numbers = major + "." + minor + "." + patch;
        return preRelease.isEmpty() ? numbers : numbers + "-" + String.join(".", preRelease);
    }
}
