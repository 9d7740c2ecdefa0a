package id.sigap.intake.wording;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Names that change with governments: who runs this, and whom to call. */
@ConfigMapping(prefix = "sigap.authority")
public interface AuthorityConfig {

    /** The regulator, as citizens know it. */
    @WithDefault("Komdigi")
    String name();

    /** The financial authority's anti-scam centre. */
    @WithDefault("Indonesia Anti-Scam Centre (IASC) OJK, 157, iasc.ojk.go.id")
    String antiScamCentre();

    /** The police's number. */
    @WithDefault("110")
    String police();
}
