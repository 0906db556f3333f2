package dev.datamart.mock.domain;

import org.jspecify.annotations.Nullable;

/** How one table of an embed's datamart tells tenants apart. */
public record TableTenancy(String name, @Nullable String clientColumn) {}
