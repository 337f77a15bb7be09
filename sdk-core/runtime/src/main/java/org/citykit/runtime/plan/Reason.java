package org.citykit.runtime.plan;

import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.value.KebabCase;

/** Why a plugin file is not used. */
public enum Reason {
    /** It requires a plugin of which there is no file. Arguments: required, range. */
    MISSING(RuntimeError.DEPENDENCY_MISSING),
    /** It requires a plugin of which no file has a version that fits. Arguments: required, range, found. */
    UNFIT(RuntimeError.DEPENDENCY_MISSING),
    /** It requires a plugin that is refused itself. Arguments: required, root. */
    REFUSED(RuntimeError.DEPENDENCY_MISSING),
    /**
     * It requires a version of a plugin, and others require another one; only one can be used. Arguments: required,
     * range, used, file, others.
     */
    CONTESTED(RuntimeError.DEPENDENCY_MISSING),
    /** It requires itself in a circle. Arguments: circle. */
    CIRCLE(RuntimeError.PLUGIN_UNLINKABLE),
    /** A newer file of the same plugin is used. Arguments: used, file. */
    OLDER(RuntimeError.PLUGIN_DUPLICATE),
    /**
     * An older file of the same plugin is used, because another plugin does not go with this one. Arguments: used,
     * file, holder, range.
     */
    HELD_BACK(RuntimeError.PLUGIN_DUPLICATE),
    /** Another file has the same bytes. Arguments: file. */
    COPY(RuntimeError.PLUGIN_DUPLICATE),
    /** Another file has the same plugin in the same version, but other bytes. Arguments: file. */
    SAME_VERSION(RuntimeError.PLUGIN_DUPLICATE);

    private final RuntimeError code;

    Reason(RuntimeError code) {
        this.code = code;
    }

    /** The error code that it is documented under. */
    public RuntimeError code() {
        return code;
    }

    /** Whether another file of the same plugin is used instead, so that nobody misses anything. */
    public boolean isSetAside() {
        return code == RuntimeError.PLUGIN_DUPLICATE;
    }

    String key() {
        return "refusal." + KebabCase.ofConstant(name());
    }
}
