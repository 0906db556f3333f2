package dev.datamart.conformance.mutation;
public class JudgeMain { public static void main(String[] a) throws Exception { System.out.println(new Judge().port()); Thread.sleep(Long.MAX_VALUE);} }
