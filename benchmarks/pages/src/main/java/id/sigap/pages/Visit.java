package id.sigap.pages;

import java.util.List;
import java.util.Set;

/**
 * A page, and how to get there from the page before.
 *
 * @param name for tables and files
 * @param categories it is marked in
 * @param answersForm whether it is the answer to a form, and has no address to fetch it by
 */
record Visit(String name, Set<Category> categories, boolean answersForm, List<Step> steps) {

    Visit {
        categories = Set.copyOf(categories);
        steps = List.copyOf(steps);
    }

    static Visit at(String name, String address) {
        return new Visit(name, Category.ALL, false, List.of(Step.open(address)));
    }

    static Visit answering(String name, Step... steps) {
        return new Visit(name, Category.ALL, true, List.of(steps));
    }

    static Visit behindLogin(String name, Step... steps) {
        return new Visit(name, Category.WITHOUT_SEO, false, List.of(steps));
    }
}
