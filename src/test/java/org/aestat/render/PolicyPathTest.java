package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyPathTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    policy.toml               | policy.toml             | policy.toml
                    ./safety/policy.toml      | safety/policy.toml      | safety/policy.toml
                    safety\\policy.toml       | safety/policy.toml      | safety/policy.toml
                    /home/anna/policy.toml    | policy.toml             | policy.toml
                    C:\\Users\\anna\\p.toml   | p.toml                  | p.toml
                    ../other/policy.toml      | policy.toml             | policy.toml
                    a/../../policy.toml       | policy.toml             | policy.toml
                    a..b/policy.toml          | a..b/policy.toml        | a..b/policy.toml
                    règle 1%#?.toml           | règle 1%#?.toml         | r%C3%A8gle%201%25%23%3F.toml
                    ab:c.toml                 | ab:c.toml               | ab%3Ac.toml
                    """)
    void noPathOfTheMachineIsTold(String file, String text, String uri) {
        assertThat(new PolicyPath(file).text()).isEqualTo(text);
        assertThat(new PolicyPath(file).uri()).isEqualTo(uri);
    }
}
