package dev.dovetail.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiPatternTest {

    @Test
    void a_pattern_says_what_in_code_counts() {
        assertThat(ApiPattern.parse("os.makedirs()"))
                .isEqualTo(new ApiPattern(ApiPattern.Kind.CALL, "os.makedirs"));
        assertThat(ApiPattern.parse("@flask.Flask().route"))
                .isEqualTo(new ApiPattern(ApiPattern.Kind.ANNOTATION, "flask.Flask().route"));
        assertThat(ApiPattern.parse("extends django.views.View"))
                .isEqualTo(new ApiPattern(ApiPattern.Kind.SUBTYPE, "django.views.View"));
        assertThat(ApiPattern.parse("flask.Flask().secret_key ="))
                .isEqualTo(new ApiPattern(ApiPattern.Kind.ASSIGNMENT, "flask.Flask().secret_key"));
    }

    @Test
    void a_star_stands_for_any_one_name_but_the_first() {
        assertThat(ApiPattern.forms("boto3.client().put_item"))
                .containsExactly(
                        "boto3.client().put_item",
                        "boto3.*().put_item",
                        "boto3.client().*");
        assertThat(ApiPattern.forms("open")).containsExactly("open");
    }
}
