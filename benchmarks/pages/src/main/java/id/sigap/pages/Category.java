package id.sigap.pages;

import java.util.Set;

/** What Lighthouse gives a mark for, between 0 and 1. */
public enum Category {
    PERFORMANCE("performance"),
    ACCESSIBILITY("accessibility"),
    BEST_PRACTICES("best-practices"),
    SEO("seo");

    /** Of a page that anybody can reach. */
    static final Set<Category> ALL = Set.of(values());
    /** Behind a login: no search engine comes there, and none should. */
    static final Set<Category> WITHOUT_SEO = Set.of(PERFORMANCE, ACCESSIBILITY, BEST_PRACTICES);

    private final String id;

    Category(String id) {
        this.id = id;
    }

    /** As Lighthouse calls it. */
    String id() {
        return id;
    }
}
