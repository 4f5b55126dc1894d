"""Given names that tell a man from a woman in most English texts; names of both are left out."""

from __future__ import annotations

MEN = frozenset(
    """
    aaron abdul abdullah abraham adam adolf adrian afonso ahmad ahmed akbar akira alain alan albert aldo aleksandr
    alexander alexei alfred ali alistair amir anatoly anders andrei andrew angus anthony anton antonio anwar arjun
    arnold arthur ashok august augustus barack barry bashar ben benedict benito benjamin bernard bernie bill bjorn
    boris brad brandon brendan brian bruce bruno carl carlo carlos cecil cesar charles charlie chester christian
    christopher chuck clarence claude claudio clement clifford colin conrad cornelis craig cyril cyrus daniel
    darius david dean denis dennis derek desmond dick diego dietrich diogo dirk dmitri dmitry dominic don donald
    douglas duarte duncan dwight earl eddie edgar edmund eduard eduardo edward edwin emeka emil emmanuel enrico
    enzo eric erich erik ernest ernesto ernst erwin eugene evan evgeny ezra federico felipe felix ferdinand
    fernando fernao fidel francesco francisco francois frank franklin franz fred frederick friedrich fritz gary
    geoffrey georg george georges gerald gerard gerhard gerrit giovanni giuseppe gordon graham greg gregory
    guillermo gunther gustav guy hans harold harry hassan heinrich helmut hendrik henri henrik henry herbert
    herman hermann hideki hiroshi horace howard hubert hugh hugo hussein ibrahim ignacio ignatius igor ilya imran
    isaac isaiah ismail ivan jaap jack jacob jacques jake jakob jamal james jan jason javad javier jeb jeff
    jeffrey jens jeremy jerome jerry jim jimmy joachim joao joaquin joe joel johann johannes john johnny jonas
    jonathan joost jorge jose josef joseph joshua juan jules julian julius justin kamal karim karl keith kenji
    kenneth kevin khalid klaus knut kofi konrad konstantin kurt kwame kyle lars laurence lawrence lech leo leon
    leonard leonid leopold lev lewis liam lloyd lorenzo louis luca lucas ludwig luigi luis luke lyndon mahatma
    mahmoud malcolm manuel mao marc marcel marco marcus mario mark martin marvin mathew matt matthew matthias
    maurice max maximilian mehmet michael michel miguel mike mikhail miles mitch mitt mohamed mohammad mohammed
    mohan muhammad mustafa napoleon nasser nathan nathanael nathaniel neil nelson newt niccolo nicholas nicolas
    niels nigel nikita niklas nikolai nils noah norman olaf olav ole oleg oliver omar orlando oscar oskar otto
    owen pablo patrick paul pavel pedro peter philip phillip pierre piet pieter pietro rafael rahul rajiv ralph
    ramesh ramon rand raul ravi raymond recep reinhard rene reza ricardo richard rick robert roberto rodrigo roger
    roland rolf roman ronald rudolf rui rupert russell saddam salvador samir samuel sanjay scott sean sebastian
    sergei sergey sergio seth shigeru sigmund simon soren stanley stefan stellan stephen steve steven stuart sven
    takashi tariq ted thabo theodore thomas tim timothy tito tobias tom tomas tome tommy tony torsten trevor tyler
    ulrich umar umberto vaclav vasco vasily victor vikram viktor vincent vladimir vyacheslav walter warren werner
    wilfred wilhelm will willem william wim winston wladyslaw wolfgang woodrow xavier yasser yitzhak yoshiro
    youssef yuri yusuf zachary zoltan
    """.split()
)
WOMEN = frozenset(
    """
    abigail ada adelaide agatha agnes aisha alexandra alice alison amanda amelia amina aminata amy anastasia
    angela anita anjali ann anna anne annette annie antonia aoife arundhati asha astrid audrey ava barbara
    beatrice beatriz bella benazir bertha beth betty bianca birgit birgitte brenda bridget brigitte camilla carly
    carmen carol caroline carolyn catherine cecilia charlotte chiara chloe christina christine clara claudia
    cleopatra concepcion condoleezza constance cynthia daisy danuta deborah denise diana dolores donna dora doris
    dorothy edith edwina eileen elaine eleanor elena elin elisabeth elise eliza elizabeth ella ellen elsa emily
    emma emmeline erica erika esther ethel eugenie eva eve evelyn fatima fatou felicia fiona flora florence
    frances francoise freya frida frieda gabriela gabrielle genevieve geraldine gertrude gina gisela giulia gloria
    golda greta gudrun gwendolyn hannah hanne harriet hazel heather hedwig heidi helen helena helene helga hermine
    hilda hillary ida ilse imelda indira ines inge ingeborg ingrid irene iris isabel isabella isabelle ivy
    jacqueline jadwiga jane janet janice jeanne jennifer jenny jill joan joanna josephine joyce juanita judith
    judy julia julie juliet kamala karen karin katarzyna kate katharina katherine kathleen kathryn katie katrina
    kirsten lakshmi lara laura leila lena leona leonora leticia lillian lily linda lisa lise liza lorna louisa
    louise lucia lucie lucy ludmila lydia mabel madeleine magdalena maggie malala malgorzata marcia margaret
    margaretha margarita margot maria marianne marie marilyn marina marta martha mary mathilde matilda maud
    maureen megan megyn melania melanie melissa mercedes michelle mildred miriam molly monica monique nadezhda
    nadia nancy naomi natalia natalie natasha nellie ngozi nina nora odile oksana olga olivia olympia pamela
    patricia paula paulina pauline petra phoebe phyllis pilar polly priscilla pritilata priya rachel raisa rebecca
    regina renata rhiannon rita roberta rosa rosalie rosalind rose rosemary ruth sabine sakura sally samantha
    sandra sanna sarah selma shirley sigrid silvia simone siobhan sofia solveig sonia sophia sophie stella
    stephanie sunita susan susanna suzanne svenja svetlana sylvia tamara tamsin tatiana tatyana teresa thelma
    theresa tove ulrike ursula valentina valerie vera veronica victoria violet virginia vivian wanda wangari wendy
    wilhelmina winifred yasmin yekaterina yoko yvonne zadie zainab zoe
    """.split()
)
