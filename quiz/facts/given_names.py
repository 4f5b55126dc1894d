"""Given names that tell a man from a woman in most English texts; names of both are left out."""

from __future__ import annotations

MEN = frozenset(
    """
    aaron abdul abdullah abraham adam adolf adrian ahmad ahmed akbar akira alan albert aldo aleksandr alexander
    alexei alfred ali alistair amir anatoly anders andrei andrew angus anthony anton antonio anwar arnold arthur
    august augustus barack barry bashar ben benedict benito benjamin bernard bernie bill boris brad brandon brendan
    brian bruce bruno carl carlos cecil cesar charles charlie chester christian christopher chuck claude clarence
    claudio clement clifford colin conrad craig cyril cyrus daniel darius david dean denis dennis derek desmond dick
    diego dietrich dmitri dmitry dominic don donald douglas duncan dwight earl eddie edgar edmund eduard eduardo
    edward edwin emil emmanuel enrico eric erik erich ernest ernst erwin eugene evan evgeny ezra federico felipe
    felix ferdinand fernando fidel francesco francisco francois frank franklin franz fred frederick friedrich fritz
    gary geoffrey georg george georges gerald gerhard giovanni giuseppe gordon graham greg gregory guillermo gunther
    gustav guy hans harold harry hassan heinrich helmut henri henrik henry herbert herman hermann hideki hiroshi
    horace howard hubert hugh hugo hussein ibrahim ignacio igor ilya imran isaac isaiah ivan jack jacob jacques jake
    james jamal jan jason javad jeb jeff jeffrey jens jeremy jerome jerry jim jimmy joachim joe joel johann johannes
    john johnny jonas jonathan jorge jose josef joseph joshua juan jules julian julius justin karl keith kenji
    kenneth kevin klaus konrad konstantin kurt kyle lars laurence lawrence lech leo leon leonard leonid leopold lev
    lewis liam lloyd lorenzo louis luca lucas ludwig luigi luis luke lyndon mahmoud malcolm manuel mao marc marcel
    marco marcus mario mark martin marvin mathew matt matthew maurice max maximilian mehmet michael michel miguel
    mikhail mike miles mitch mitt mohamed mohammad mohammed muhammad mustafa napoleon nathan nathaniel neil nelson
    newt niccolo nicholas nicolas niels nigel nikita nikolai nils noah norman olaf oleg oliver omar orlando oscar
    oskar otto owen pablo patrick paul pavel pedro peter philip phillip pierre pietro rafael ralph ramon rand raul
    raymond recep reinhard rene reza ricardo richard rick robert roberto rodrigo roger roland rolf roman ronald
    rudolf rupert russell saddam salvador samuel scott sean sebastian sergei sergey sergio seth sigmund simon
    stanley stefan stephen steve steven stuart tariq ted theodore thomas tim timothy tito tobias tom tommy tony
    trevor tyler ulrich umberto vaclav vasily victor viktor vincent vladimir vyacheslav walter warren werner wilfred
    wilhelm will william winston wladyslaw wolfgang woodrow xavier yasser yitzhak yuri yusuf zachary
    """.split()
)
WOMEN = frozenset(
    """
    abigail ada adelaide agatha agnes aisha alexandra alice alison amanda amelia amy anastasia angela anita ann
    anna anne annette annie antonia astrid audrey ava barbara beatrice bella benazir bertha beth betty bianca
    birgit brenda bridget brigitte camilla carly carmen carol caroline carolyn catherine cecilia charlotte chloe
    christina christine clara claudia cleopatra condoleezza constance cynthia daisy deborah denise diana dolores
    donna dora doris dorothy edith eileen elaine eleanor elena eliza elisabeth elizabeth ella ellen elsa emily emma
    erica erika esther ethel eva eve evelyn fatima felicia fiona flora florence frances frida frieda gabriela
    geraldine gertrude gina gisela gloria golda greta gwendolyn hannah harriet hazel heather heidi helen helena
    helga hilda hillary ida ilse imelda indira ines ingrid irene iris isabel isabella ivy jacqueline jane janet
    janice jeanne jennifer jenny jill joan joanna josephine joyce juanita judith judy julia julie juliet karen
    karin kate katharina katherine kathleen kathryn katie katrina kirsten lara laura leila lena leonora leticia
    lillian lily linda lisa liza louisa louise lucia lucy lydia mabel madeleine magdalena maggie malala marcia
    margaret margarita margot maria marianne marie marilyn marina marta martha mary matilda maud megan megyn
    melania melanie melissa mercedes michelle mildred miriam molly monica nadia nancy naomi natalia natalie natasha
    nellie nina nora olga olivia olympia pamela patricia paula pauline petra phoebe phyllis polly priscilla rachel
    raisa rebecca regina renata rita roberta rosa rosalind rose rosemary ruth sabine sally samantha sandra sarah
    selma shirley sigrid silvia simone sofia sonia sophia sophie stella stephanie susan susanna suzanne svetlana
    sylvia tamara tatiana teresa thelma theresa ulrike ursula valentina vera veronica victoria violet virginia
    vivian wanda wendy wilhelmina winifred yvonne zainab zoe
    """.split()
)
