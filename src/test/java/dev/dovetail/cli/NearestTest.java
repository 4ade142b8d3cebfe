package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.policy.SimilarWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource({
        "check, check, 0",
        "chekc, check, 1",
        "chck, check, 1",
        "checkk, check, 1",
        "chack, check, 1",
        "'', check, 5",
    })
    void distance_counts_what_a_hand_mistypes(String one, String other, int distance) {
        assertThat(SimilarWords.distance(one, other)).isEqualTo(distance);
        assertThat(SimilarWords.distance(other, one)).isEqualTo(distance);
    }

    @Test
    void a_known_word_is_itself() {
        assertThat(Nearest.require("rule", "a", java.util.List.of("a", "b"))).isEqualTo("a");
    }
}
