"""People and posts: each construction of Korean news by which a name, a body and a title stand together."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.find.people.constructions import PATTERNS
from tests.road import findings, named, posts

# sentence, rule, person, body, role
POSTS = [
    ("책의 저자(정하람, 서울대 교수)가 왔다.", "name-apart-body-title-in-parenthesis", "정하람", "서울대", "교수"),
    ("좌장(이도윤, KT AI연구소 상무)이 왔다.", "name-apart-body-title-in-parenthesis", "이도윤", "KT", "AI연구소 상무"),
    ("상은 과기정통부 정하람, KAIST 이도윤이 받았다.", "body-name-in-list", "정하람", "과기정통부", ""),
    ("상은 과기정통부 정하람, KAIST 이도윤이 받았다.", "body-name-in-list", "이도윤", "KAIST", ""),
    ("정하람 사업 단장은 웃었다.", "name-unit-title", "정하람", "", "사업 단장"),
    ("이도윤 반도체 PD는 웃었다.", "name-unit-title", "이도윤", "", "반도체 PD"),
    ("정하람 SK텔레콤 로봇 유닛장은 웃었다.", "name-body-title", "정하람", "SK텔레콤", "로봇 유닛장"),
    ("업스테이지의 공동설립자 정하람이 웃었다.", "body-genitive-title-name", "정하람", "업스테이지", "공동설립자"),
    ("마츠 오그렌 KT 상무가 웃었다.", "name-body-title", "마츠 오그렌", "KT", "상무"),
    ("한국로봇연구원(원장: 정하람)은 웃었다.", "head-in-parenthesis", "정하람", "한국로봇연구원", "원장"),
    ("KAIST 총장에 이도윤 연임", "to-post-name", "이도윤", "KAIST", "총장"),
    ("KIST 원장에 정하람 선임연구원 선임", "name-title", "정하람", "", "선임연구원"),
    ("전 과기정통부 장관인 이도윤 씨가 웃었다.", "body-title-being-name", "이도윤", "과기정통부", "전 장관"),
    ("도쿄대 마쓰오 유타카 교수가 웃었다.", "body-name-title", "마쓰오 유타카", "도쿄대", "교수"),
    ("과기정통부 1차관에 이도윤 임명", "to-post-name", "이도윤", "과기정통부", "1차관"),
    ("장관은 과기정통부 2차관에는 이도윤을 임명했다.", "to-post-name", "이도윤", "과기정통부", "2차관"),
    ("KT 새 대표에 이도윤…주총서 확정", "to-post-name", "이도윤", "KT", "대표"),
    ("KT 대표에 이도윤 내정", "picked-for-post-name", "이도윤", "", ""),
    ("KIST 원장에 이도윤 선임 확정", "to-post-name", "이도윤", "KIST", "원장"),
    ("KIST 원장에 이도윤 연임…이사회 의결", "to-post-name", "이도윤", "KIST", "원장"),
    ("KIST 원장에 이도윤을 임명한 뒤 만났다.", "to-post-name", "이도윤", "KIST", "원장"),
    ("KIST 원장에 이도윤 선임 예정", "picked-for-post-name", "이도윤", "", ""),
    ("대통령은 KIST 원장에 이도윤을 임명한다.", "picked-for-post-name", "이도윤", "", ""),
    ("KT 대표에 이도윤을 선임하기로 했다.", "picked-for-post-name", "이도윤", "", ""),
    ("새 KIST 원장에 정규돈", "to-post-name", "정규돈", "KIST", "원장"),
    ("과기정통부 장관에 정하람을 지명했다.", "picked-for-post-name", "정하람", "", ""),
    ("정하람, KIST 신임 원장에 취임", "name-to-post", "정하람", "KIST", "원장"),
    ("이도윤, 네이버 대표 연임", "name-to-post", "이도윤", "네이버", "대표"),
    ("정하람, KIST 원장에 내정", "name-picked-for-post", "정하람", "", ""),
    ("이도윤, KT 새 대표로 지명", "name-picked-for-post", "이도윤", "", ""),
    # Behind the name may stand what he has been.
    ("이도윤 교수, KAIST 부총장에 선임", "name-title-to-post", "이도윤", "KAIST", "부총장"),
    ("정하람 전 차관, 한국로봇연구원 원장에 임명됐다.", "name-title-to-post", "정하람", "한국로봇연구원", "원장"),
    ("정하람 KT 부사장, 네이버 대표에 취임", "name-title-to-post", "정하람", "네이버", "대표"),
    ("정하람 KT 부사장, 네이버 대표에 취임", "name-title-to-post", "정하람", "KT", "부사장"),
    ("서울대 정하람 교수님은 웃었다.", "body-name-title", "정하람", "서울대", "교수"),
    ("한빛전자 이도윤 대표님께서 오셨다.", "body-name-title", "이도윤", "한빛전자", "대표"),
    ("구글 새 CEO에 존 스톤", "to-post-name", "존 스톤", "구글", "CEO"),
    ("구글의 정하람 클라우드사업 담당 상무가 웃었다.", "body-genitive-name-field-title", "정하람", "구글", "클라우드사업 담당 상무"),
    ("KT의 이도윤 로봇 담당 이사가 웃었다.", "body-genitive-name-field-title", "이도윤", "KT", "로봇 담당 이사"),
    # Family names of Japanese, alone beside a body or a title.
    ("마쓰오 도쿄대 교수가 웃었다.", "name-body-title", "마쓰오", "도쿄대", "교수"),
    ("도요타 사사키 부사장이 웃었다.", "body-name-title", "사사키", "도요타", "부사장"),
    ("아베 전 총리가 웃었다.", "name-title", "아베", "", "전 총리"),
    ("노구치 히데요 도쿄대 교수가 웃었다.", "name-body-title", "노구치 히데요", "도쿄대", "교수"),
    # Names that are common words too.
    ("이지원 서울대 교수는 웃었다.", "name-body-title", "이지원", "서울대", "교수"),
    ("정훈 국회의원은 웃었다.", "name-body-title", "정훈", "국회", "의원"),
    ("이지원 교수는 웃었다.", "name-title", "이지원", "", "교수"),
    ("LG전자(이지원 상무)는 웃었다.", "body-name-title-in-parenthesis", "이지원", "LG전자", "상무"),
    ("KT 이동식 상무는 웃었다.", "body-name-title", "이동식", "KT", "상무"),
    # Common words that are names too, between a body and a title.
    ("한국로봇연구원 정훈 원장은 웃었다.", "body-name-title", "정훈", "한국로봇연구원", "원장"),
    ("한국로봇연구원(원장 정훈)은 웃었다.", "head-in-parenthesis", "정훈", "한국로봇연구원", "원장"),
    ("KT 사외 이사 이도윤은 웃었다.", "body-title-name", "이도윤", "KT", "사외 이사"),
    ("네이버 선정식 대표는 웃었다.", "body-name-title", "선정식", "네이버", "대표"),
    ("평택시 임관식 부시장은 웃었다.", "place-name-title", "임관식", "평택시", "부시장"),
    ("산업통상자원부(장관 : 김하늘, 이하 산업부)는 웃었다.", "head-in-parenthesis", "김하늘", "산업통상자원부", "장관"),
    ("‘재단법인 새길연구원’(원장 정하람, 이하 연구원)이 출범했다.", "head-in-parenthesis", "정하람", "재단법인 새길연구원", "원장"),
    ("산업통상자원부(장관 김하늘, 이하 산업부) 정하람 차관은 웃었다.", "behind-head", "정하람", "산업통상자원부", "차관"),
    ("과기정통부(장관 김하늘) 정하람 연구개발정책실장은 웃었다.", "behind-head", "정하람", "과기정통부", "연구개발정책실장"),
    ("용인시(시장 정하람)와 협약을 맺었다.", "place-head-in-parenthesis", "정하람", "용인시", "시장"),
    ("경기도(도지사 김하늘)가 밝혔다.", "place-head-in-parenthesis", "김하늘", "경기도", "도지사"),
    ("방위사업청 함정사업부장(준장 정하람)은 웃었다.", "body-title-rank-name-in-parenthesis", "정하람", "방위사업청", "함정사업부장"),
    ("특허청 심사국장(고위공무원 김하늘)은 웃었다.", "body-title-rank-name-in-parenthesis", "김하늘", "특허청", "심사국장"),
    ("정하람 교수(서울대 전기정보공학부)가 웃었다.", "name-title-body-in-parenthesis", "정하람", "서울대", "전기정보공학부 교수"),
    ("‘한국로봇연구원’의 정하람 원장은 웃었다.", "body-genitive-name-title", "정하람", "한국로봇연구원", "원장"),
    ("‘자료 잇기’(정하람 사무관, 통계청)를 들었다.", "name-title-body-within-parenthesis", "정하람", "통계청", "사무관"),
    ("‘자료 잇기’(김하늘 교수, KAIST)를 들었다.", "name-title-body-within-parenthesis", "김하늘", "KAIST", "교수"),
    ("‘자료 잇기’(통계청, 정하람 사무관)를 들었다.", "body-name-title-within-parenthesis", "정하람", "통계청", "사무관"),
    ("‘자료 잇기’(KAIST, 김하늘 교수)를 들었다.", "body-name-title-within-parenthesis", "김하늘", "KAIST", "교수"),
    ("LG전자 정하람 상무(서울대 교수)가 웃었다.", "body-name-title-body-title-in-parenthesis", "정하람", "서울대", "교수"),
    ("KIST 김하늘 원장(전 KAIST 교수)이 웃었다.", "body-name-title-body-title-in-parenthesis", "김하늘", "KAIST", "전 교수"),
    ("국가AI위원회(위원장 정하람 서울대 교수)는 웃었다.", "head-with-other-post-in-parenthesis", "정하람", "국가AI위원회", "위원장"),
    ("국가AI위원회(위원장 정하람 서울대 교수)는 웃었다.", "head-with-other-post-in-parenthesis", "정하람", "서울대", "교수"),
    ("한국재료연구원(이하 ‘재료연’, 원장 정하람)은 웃었다.", "head-behind-gloss-in-parenthesis", "정하람", "한국재료연구원", "원장"),
    ("한국과학기술연구원(KIST, 원장 정하람)은 웃었다.", "head-behind-gloss-in-parenthesis", "정하람", "한국과학기술연구원", "원장"),
    ("한국기술교육대학교(KTU·총장 정하람)는 웃었다.", "head-behind-gloss-in-parenthesis", "정하람", "한국기술교육대학교", "총장"),
    ("KAIST(새길로봇센터, 센터장 정하람)에서 왔다.", "head-behind-gloss-in-parenthesis", "정하람", "KAIST", "센터장"),
    ("나루테크(NRT, 대표 정하람)는 웃었다.", "new-body-head-in-parenthesis", "정하람", "나루테크", "대표"),
    ("엔비디아의 초대 최고경영자 김하늘이 웃었다.", "body-genitive-title-name", "김하늘", "엔비디아", "최고경영자"),
    ("네이버의 CEO 정하람은 웃었다.", "body-genitive-title-name", "정하람", "네이버", "CEO"),
    ("네이버의 초대 소장인 정하람 박사가 웃었다.", "body-title-being-name", "정하람", "네이버", "소장"),
    ("‘새길로보’ 정하람 대표는 웃었다.", "body-name-title", "정하람", "새길로보", "대표"),
    ("‘㈜새길로보’의 정하람 이사는 웃었다.", "body-genitive-name-title", "정하람", "새길로보", "이사"),
    ("KIST(이하 키스트, 원장 정하람)가 웃었다.", "head-behind-gloss-in-parenthesis", "정하람", "KIST", "원장"),
    ("국가AI위원회(위원장 서울대 정하람 교수)는 웃었다.", "head-of-other-body-in-parenthesis", "정하람", "국가AI위원회", "위원장"),
    ("국가AI위원회(위원장 서울대 정하람 교수)는 웃었다.", "head-of-other-body-in-parenthesis", "정하람", "서울대", "교수"),
    ("정하람 전(前) KIST 원장은 웃었다.", "name-body-title", "정하람", "KIST", "전 원장"),
    ("정하람 주스웨덴 한국대사가 왔다.", "name-body-title", "정하람", "한국", "대사"),
    ("위온 정하람 변호사가 웃었다.", "name-namelike-title", "정하람", "위온", "변호사"),
    ("정하람(남, 43세) KIST 원장은 웃었다.", "name-body-title", "정하람", "KIST", "원장"),
    ("방위사업청 정하람(준장) 함정사업부장은 웃었다.", "body-name-title", "정하람", "방위사업청", "함정사업부장"),
    ("KIST의 정하람, 김하늘 연구원이 웃었다.", "listed-of-body", "김하늘", "KIST", "연구원"),
    ("업스테이지 대표 정하람은 웃었다.", "body-word-title-name", "정하람", "업스테이지", "대표"),
    ("네이버 대표 이도윤이 웃었다.", "body-word-title-name", "이도윤", "네이버", "대표"),
    ("업스테이지 대표 정하람, 네이버 대표 이도윤이 웃었다.", "body-word-title-name", "정하람", "업스테이지", "대표"),
    ("업스테이지 대표 정하람과 네이버 대표 이도윤이 웃었다.", "body-word-title-name", "정하람", "업스테이지", "대표"),
    ("LG전자 R&D센터 정하람 소장이 웃었다.", "body-name-title", "정하람", "LG전자", "R&D센터 소장"),
    ("Tran Van Minh 베트남 교육훈련부 차관이 왔다.", "name-body-title", "Tran Van Minh", "베트남 교육훈련부", "차관"),
    ("산업통상자원부는 정하람 통상교섭본부장이 왔다고 밝혔다.", "name-title", "정하람", "", "통상교섭본부장"),
    ("한국과학기술연구원(원장 정하람)은 웃었다.", "head-in-parenthesis", "정하람", "한국과학기술연구원", "원장"),
    ("산업통상자원부(장관 김하늘, 이하 산업부)는 웃었다.", "head-in-parenthesis", "김하늘", "산업통상자원부", "장관"),
    ("정하람 미국 싱귤레리티 의대 학장은 웃었다.", "name-place-word-title", "정하람", "싱귤레리티 의대", "학장"),
    ("김하늘 독일 노르트슈타트 의대 학장은 웃었다.", "name-place-word-title", "김하늘", "노르트슈타트 의대", "학장"),
    ("정하람 일본 고베대학교 로봇대학원 교수는 웃었다.", "name-body-title", "정하람", "고베대학교", "로봇대학원 교수"),
    ("한국과학기술연구원(원장 정하만)은 웃었다.", "head-in-parenthesis", "정하만", "한국과학기술연구원", "원장"),
    ("산업통상자원부(장관 백종은, 이하 산업부)는 웃었다.", "head-in-parenthesis", "백종은", "산업통상자원부", "장관"),
    ("새길로(대표 정하람)는 웃었다.", "new-body-head-in-parenthesis", "정하람", "새길로", "대표"),
    ("나루테크(대표 김하늘)는 로봇을 만든다.", "new-body-head-in-parenthesis", "김하늘", "나루테크", "대표"),
    ("김하늘 과기정통부 장관 겸 부총리가 왔다.", "name-body-title-also-title", "김하늘", "과기정통부", "장관"),
    ("정하람 KAIST 부총장 겸 교수는 웃었다.", "name-body-title-also-title", "정하람", "KAIST", "부총장"),
    ("과기정통부 김하늘 장관 겸 부총리가 왔다.", "body-name-title-also-title", "김하늘", "과기정통부", "장관"),
    ("LG전자 정하람 사장 겸 CTO는 웃었다.", "body-name-title-also-title", "정하람", "LG전자", "사장"),
    ("김하늘 부총리 겸 과기정통부 장관은 왔다.", "name-title-also-body-title", "김하늘", "과기정통부", "장관"),
    ("정하람 교수 겸 KIST 센터장이 웃었다.", "name-title-also-body-title", "정하람", "KIST", "센터장"),
    ("벤야 로시 오픈AI 최고경영자는 웃었다.", "foreign-name-body-title", "벤야 로시", "오픈AI", "최고경영자"),
    ("트릭시 로버츠 엔비디아 부사장은 웃었다.", "foreign-name-body-title", "트릭시 로버츠", "엔비디아", "부사장"),
    ("정하람 KAIST KIST 원장은 웃었다.", "name-parent-body-title", "정하람", "KIST", "원장"),
    ("김하늘 과기정통부 우주항공청 청장은 웃었다.", "name-parent-body-title", "김하늘", "우주항공청", "청장"),
    ("정하람 KIST 원장은 웃었다.", "name-body-title", "정하람", "KIST", "원장"),
    ("김하늘 과학기술정보통신부 연구개발정책실장은 웃었다.", "name-body-title", "김하늘", "과학기술정보통신부", "연구개발정책실장"),
    ("정하람 한국화학연구원 탄소자원화연구소장은 웃었다.", "name-body-title", "정하람", "한국화학연구원", "탄소자원화연구소장"),
    ("남궁하늘 KAIST 교수가 웃었다.", "name-body-title", "남궁하늘", "KAIST", "교수"),
    ("정하람 LG AI연구원장은 웃었다.", "name-body-title", "정하람", "LG AI연구원", "원장"),
    ("김하늘 금융위원장은 웃었다.", "name-body-title", "김하늘", "금융위", "위원장"),
    ("정하람 신임 KIST 원장은 웃었다.", "name-body-title", "정하람", "KIST", "원장"),
    ("마틴 리드(Martin Reed) 엔비디아 부사장은 웃었다.", "name-body-title", "마틴 리드", "엔비디아", "부사장"),
    ("과기정통부 김하늘 차관은 웃었다.", "body-name-title", "김하늘", "과기정통부", "차관"),
    ("과기정통부 연구개발정책실 김하늘 실장은 웃었다.", "body-name-title", "김하늘", "과기정통부", "연구개발정책실 실장"),
    ("가온로보틱스 정하람 대표는 웃었다.", "body-name-title", "정하람", "가온로보틱스", "대표"),
    ("LG전자 정하람 인공지능연구소장이 웃었다.", "body-name-title", "정하람", "LG전자", "인공지능연구소장"),
    ("KAIST 정하람 인공지능연구원장은 웃었다.", "body-name-title", "정하람", "KAIST", "인공지능연구원장"),
    ("정하람 대전시 국장은 웃었다.", "name-place-title", "정하람", "대전시", "국장"),
    ("김하늘 경기도 국장은 웃었다.", "name-place-title", "김하늘", "경기도", "국장"),
    ("정하람 노타봇 대표가 왔다.", "name-namelike-title", "정하람", "노타봇", "대표"),
    ("정하람 유진솔 부사장이 왔다.", "name-namelike-title", "정하람", "유진솔", "부사장"),
    ("KIST의 정하람 원장은 웃었다.", "body-genitive-name-title", "정하람", "KIST", "원장"),
    ("과기정통부의 김하늘 차관은 웃었다.", "body-genitive-name-title", "김하늘", "과기정통부", "차관"),
    ("나루테크의 정하람 대표는 웃었다.", "word-genitive-name-title", "정하람", "나루테크", "대표"),
    ("가온테크의 김하늘 대표는 웃었다.", "word-genitive-name-title", "김하늘", "가온테크", "대표"),
    ("Ms. Coren Larson 가온테크 부사장은 웃었다.", "foreign-name-new-body-title", "Coren Larson", "가온테크", "부사장"),
    ("새상무부 코렌 라슨 부장관은 웃었다.", "foreign-name-new-body-title", "코렌 라슨", "새상무부", "부장관"),
    ("코렌 라슨 가온테크 부사장은 웃었다.", "foreign-name-new-body-title", "코렌 라슨", "가온테크", "부사장"),
    ("트릭시 몰린 가온테크 부사장은 웃었다.", "foreign-name-new-body-title", "트릭시 몰린", "가온테크", "부사장"),
    ("트릭시 몰린 가온테크 대표는 웃었다.", "foreign-name-new-body-title", "트릭시 몰린", "가온테크", "대표"),
    ("나루테크 정하람 대표는 웃었다.", "word-name-title", "정하람", "나루테크", "대표"),
    ("에이아이스 정하람 부사장은 웃었다.", "word-name-title", "정하람", "에이아이스", "부사장"),
    ("KIST 정하람 뇌융합연구소 소장은 웃었다.", "body-name-unit-head", "정하람", "KIST", "뇌융합연구소 소장"),
    ("한국화학연구원 정하람 탄소자원화연구소 소장은 웃었다.", "body-name-unit-head", "정하람", "한국화학연구원", "탄소자원화연구소 소장"),
    (
        "과기정통부 정하람 글로벌 백신거점화 추진단장은 웃었다.",
        "body-name-words-title",
        "정하람",
        "과기정통부",
        "글로벌 백신거점화 추진단장",
    ),
    ("정하람 새길산업기술평가원장이 웃었다.", "name-word-title", "정하람", "새길산업기술평가원", "원장"),
    ("김하늘 새길시립미술관장을 불렀다.", "name-word-title", "김하늘", "새길시립미술관", "관장"),
    ("특허청 김하늘 AI·로봇팀장은 웃었다.", "body-name-words-title", "김하늘", "특허청", "AI·로봇팀장"),
    ("특허청 김하늘 융합심사국 심사관은 웃었다.", "body-name-words-title", "김하늘", "특허청", "융합심사국 심사관"),
    ("정하람 산업통상자원부(장관 김하늘, 이하 산업부) 차관은 웃었다.", "name-headed-body-title", "정하람", "산업통상자원부", "차관"),
    ("정하람 한국로봇연구원(원장 김하늘) 로봇본부장이 웃었다.", "name-headed-body-title", "정하람", "한국로봇연구원", "로봇본부장"),
    ("정하람 산업통상자원부(장관 김하늘) 차관은 웃었다.", "head-in-parenthesis", "김하늘", "산업통상자원부", "장관"),
    ("새길초등학교 정하람 교사가 웃었다.", "word-name-title", "정하람", "새길초등학교", "교사"),
    ("특허청 김하늘 백신 특허 지원 TF팀장은 웃었다.", "body-name-words-title", "김하늘", "특허청", "백신 특허 지원 TF팀장"),
    ("김하늘 한국국제협력단 ODA 연구센터 과장이 웃었다.", "name-body-unit-title", "김하늘", "한국국제협력단", "ODA 연구센터 과장"),
    ("정하람 한국국제협력단 ODA 연구센터 과장, 김하늘 KIST 원장", "name-body-unit-title", "정하람", "한국국제협력단", "ODA 연구센터 과장"),
    ("스텔란티스 글로벌 협력부분 비르질리오 체루띠 대표는 웃었다.", "body-foreign-name-title", "비르질리오 체루띠", "스텔란티스", "대표"),
    ("엔비디아 트레고르 벨리니 부사장은 웃었다.", "body-foreign-name-title", "트레고르 벨리니", "엔비디아", "부사장"),
    ("도쿄대의 무라노 세이치 교수는 웃었다.", "body-foreign-name-title", "무라노 세이치", "도쿄대", "교수"),
    ("LG전자 로봇사업부장 직무대행 정하람 사장은 웃었다.", "body-title-name-title", "정하람", "LG전자", "사장"),
    ("(SK하이닉스) 정하람 사장", "body-in-parenthesis-name-title", "정하람", "SK하이닉스", "사장"),
    ("◇ 참석자 : (산업부) 김하늘 장관, 소부장협력국장 등", "body-in-parenthesis-name-title", "김하늘", "산업부", "장관"),
    ("LG전자 CEO 정하람은 웃었다.", "body-title-name", "정하람", "LG전자", "CEO"),
    ("과기정통부 제2차관 김하늘은 웃었다.", "body-title-name", "김하늘", "과기정통부", "제2차관"),
    ("현 과기정통부 장관 정하람은 웃었다.", "body-title-name", "정하람", "과기정통부", "장관"),
    ("정하람(KIST 원장)이 웃었다.", "name-in-front-of-parenthesis", "정하람", "KIST", "원장"),
    ("김하늘(서울대학교 명예교수)은 웃었다.", "name-in-front-of-parenthesis", "김하늘", "서울대학교", "명예교수"),
    ("정하람 교수(서울대학교)는 웃었다.", "name-title-body-in-parenthesis", "정하람", "서울대학교", "교수"),
    ("정하람 원장(한국과학기술연구원)은 웃었다.", "name-title-body-in-parenthesis", "정하람", "한국과학기술연구원", "원장"),
    ("KIST 원장 정하람 교수는 웃었다.", "body-title-name-title", "정하람", "KIST", "교수"),
    ("LG전자 사장 정하람 박사가 왔다.", "body-title-name-title", "정하람", "LG전자", "박사"),
    ("류가온 나루테크 대표는 웃었다.", "name-word-title", "류가온", "나루테크", "대표"),
    ("정하람 새길로 대표는 웃었다.", "name-word-title", "정하람", "새길로", "대표"),
    ("정하람 전 새길로 대표는 웃었다.", "name-word-title", "정하람", "새길로", "전 대표"),
    ("정하람 전 나루테크 수석아키텍트는 웃었다.", "name-word-title", "정하람", "나루테크", "전 수석아키텍트"),
    ("대변인 한가람은 웃었다.", "title-name", "한가람", "", "대변인"),
    ("대표이사김학동은 웃었다.", "title-name", "김학동", "", "대표이사"),
    ("제21대 대통령 정하람은 웃었다.", "title-name", "정하람", "", "대통령"),
    ("정하람 교수는 웃었다.", "name-title", "정하람", "", "교수"),
    ("김하늘 제2차관은 웃었다.", "name-title", "김하늘", "", "제2차관"),
    ("마틴 리드(Martin Reed) 부사장은 웃었다.", "name-title", "마틴 리드", "", "부사장"),
    ("배 부총리는 웃었다.", "surname-title", "배", "", "부총리"),
    ("황 CEO는 웃었다.", "surname-title", "황", "", "CEO"),
    ("KIST 원장은 웃었다.", "body-title", "", "KIST", "원장"),
    ("과기정통부 연구개발정책실장은 웃었다.", "body-title", "", "과기정통부", "연구개발정책실장"),
    ("정하람 KAIST 교수 겸 한빛연구원 원장은 왔다.", "name-body-title-also-body-title", "정하람", "한빛연구원", "원장"),
    ("김하늘 KIST 원장 겸 KAIST 총장은 왔다.", "name-body-title-also-body-title", "김하늘", "KAIST", "총장"),
    ("정하람 가온텍 대표 겸 KAIST 교수는 왔다.", "new-title-also-body-title", "정하람", "KAIST", "교수"),
    ("김하늘 가온텍 대표이자 KIST 센터장은 왔다.", "new-title-also-body-title", "김하늘", "KIST", "센터장"),
    ("정하람 KAIST 교수 겸 가온텍 대표는 왔다.", "body-title-also-new-title", "정하람", "가온텍", "대표"),
    ("김하늘 KIST 센터장이자 가온텍 대표는 왔다.", "body-title-also-new-title", "김하늘", "가온텍", "대표"),
    ("대전시 정하람 국장은 웃었다.", "place-name-title", "정하람", "대전시", "국장"),
    ("경상북도 정하람 국장은 웃었다.", "place-name-title", "정하람", "경상북도", "국장"),
    (
        "삼성전자 DX부문 모바일경험(MX)사업부 정하람 사장은 웃었다.",
        "body-name-title",
        "정하람",
        "삼성전자",
        "DX부문 모바일경험(MX)사업부 사장",
    ),
    ("기아차 정하람 사장은 웃었다.", "body-name-title", "정하람", "기아차", "사장"),
    ("대전시 정하람 시장은 웃었다.", "place-name-title", "정하람", "대전시", "시장"),
    ("대전시 정하람 대표는 웃었다.", "place-name-title", "정하람", "", "대표"),
    ("한국기계연구원 정하람 감사는 웃었다.", "body-name-title", "정하람", "한국기계연구원", "감사"),
    ("한국로봇협회(정하람 회장)가 웃었다.", "body-name-title-in-parenthesis", "정하람", "한국로봇협회", "회장"),
    ("KIST(김하늘 원장)가 웃었다.", "body-name-title-in-parenthesis", "김하늘", "KIST", "원장"),
    ("정하람 정책 분과위원(KIST 원장)은 웃었다.", "name-role-body-title", "정하람", "KIST", "원장"),
    ("김하늘 기술 분과위원(서울대 교수)은 웃었다.", "name-role-body-title", "김하늘", "서울대", "교수"),
    ("정하람 LG전자 대표이사 사장은 웃었다.", "name-body-title", "정하람", "LG전자", "대표이사 사장"),
    ("김하늘 과학기술정보통신부 장관 직무대행은 웃었다.", "name-body-title", "김하늘", "과학기술정보통신부", "장관 직무대행"),
    ("정하람 KIST 센터장(CISO)은 웃었다.", "name-body-title", "정하람", "KIST", "센터장(CISO)"),
    ("수상자는 정하람(KIST), 김하늘(서울대) 등이다.", "name-body-in-parenthesis", "정하람", "KIST", ""),
    ("수상자는 정하람(KIST), 김하늘(서울대) 등이다.", "name-body-in-parenthesis", "김하늘", "서울대", ""),
    ("원장은 웃었다.", "title", "", "", "원장"),
    ("최고경영자는 웃었다.", "title", "", "", "최고경영자"),
    ("삼성전자 연구원 출신인 정하람 대표가 웃었다.", "background-post", "정하람", "삼성전자", "연구원"),
    ("네이버 수석연구원 출신의 정하람 한빛로보 대표가 웃었다.", "background-post", "정하람", "네이버", "수석연구원"),
    ("정하람 서울대 교수(전 네이버 이사)가 웃었다.", "name-body-title-body-title-in-parenthesis", "정하람", "네이버", "전 이사"),
    ("정하람 서울대 교수(전 네이버 이사)가 웃었다.", "name-body-title-body-title-in-parenthesis", "정하람", "서울대", "교수"),
    ("정하람 과방위원장이 웃었다.", "name-body-title", "정하람", "과방위", "위원장"),
    ("카카오 CTO에 정하람 선임", "to-post-name", "정하람", "카카오", "CTO"),
    ("카카오, 신임 대표에 정하람 선임", "to-post-name", "정하람", "", "대표"),
    ("네이버 출신 정하람 대표가 웃었다.", "background", "정하람", "네이버", ""),
    ("KIST 출신인 정하람 교수가 웃었다.", "background", "정하람", "KIST", ""),
    ("정하람 대표가 왔다. 네이버 연구원 출신인 정 대표가 웃었다.", "background-of-surname", "정", "네이버", "연구원"),
    ("정하람 대표가 왔다. 삼성전자 상무 출신의 정 대표가 웃었다.", "background-of-surname", "정", "삼성전자", "상무"),
    ("한빛로보틱스 창업자인 정하람 KAIST 교수가 웃었다.", "body-title-being-name", "정하람", "한빛로보틱스", "창업자"),
    ("KIST 원장인 정하람 교수가 웃었다.", "body-title-being-name", "정하람", "KIST", "원장"),
    ("국회 소속 정하람 의원이 웃었다.", "belonging-name", "정하람", "국회", "의원"),
    ("KIST 소속 정하람 연구원이 웃었다.", "belonging-name", "정하람", "KIST", "연구원"),
    ("국회 소속 정하람, 김하늘 의원이 웃었다.", "listed-of-body", "정하람", "국회", "의원"),
    ("새길부 제1차관(정하람), 산업부 제2차관(김하늘)이 왔다.", "body-title-holder-in-parenthesis", "김하늘", "산업부", "제2차관"),
    ("경남도지사 권한대행(정하람)이 왔다.", "body-title-holder-in-parenthesis", "정하람", "경남도", "도지사 권한대행"),
    ("참석: 대표이사(정하람), 기술부문장(김하늘)", "title-holder-in-parenthesis", "정하람", "", "대표이사"),
    ("참석: 대표이사(정하람), 기술부문장(김하늘)", "title-holder-in-parenthesis", "김하늘", "", "기술부문장"),
    ("벨케르 오스만 체코 총리가 왔다.", "foreign-name-place-title", "벨케르 오스만", "체코", "총리"),
    ("트릭시 로버츠 스위스 경제차관은 웃었다.", "foreign-name-place-title", "트릭시 로버츠", "스위스", "경제차관"),
    ("삼성카드(정하람), 현대카드(김하늘)가 왔다.", "body-holder-in-parenthesis", "정하람", "삼성카드", ""),
    ("삼성카드(정하람), 현대카드(김하늘)가 왔다.", "body-holder-in-parenthesis", "김하늘", "현대카드", ""),
    ("과기정통부(장관 김하늘 이하 과기정통부)는 웃었다.", "head-in-parenthesis", "김하늘", "과기정통부", "장관"),
    ("과기정통부(직무대행 김하늘, 이하 과기정통부) 정하람 차관은 웃었다.", "head-in-parenthesis", "김하늘", "과기정통부", "직무대행"),
    ("산업통상자원부(장관 김의람)는 웃었다.", "head-in-parenthesis", "김의람", "산업통상자원부", "장관"),
    ("산업통상자원부(장관 이영, 이하 산업부)는 웃었다.", "head-in-parenthesis", "이영", "산업통상자원부", "장관"),
    ("한국로봇연구원(원장 김 람)은 웃었다.", "head-in-parenthesis", "김 람", "한국로봇연구원", "원장"),
    ("새길보전협회 송정은 센터장이 웃었다.", "body-name-title", "송정은", "새길보전협회", "센터장"),
    ("마제칸 알 사하르 사우디아라비아 교통부 장관이 왔다.", "name-body-title", "마제칸 알 사하르", "사우디아라비아 교통부", "장관"),
    ("모하메드 카심 알리 선임장관이 왔다.", "name-title", "모하메드 카심 알리", "", "선임장관"),
    ("Mira Solberg 상원의원이 왔다.", "name-title", "Mira Solberg", "", "상원의원"),
    ("Mira Solberg 노르웨이 외교차관이 왔다.", "name-place-title", "Mira Solberg", "노르웨이", "외교차관"),
    ("▴벨케르 오스마노(Velker Osmano) 대통령이 왔다.", "name-title", "벨케르 오스마노", "", "대통령"),
    ("마틴 리드(Martin Reed) 스위스 대표가 왔다.", "name-place-title", "마틴 리드", "스위스", "대표"),
    ("마틴 리드(Martin Reed) 벨타주 공과대학 교수가 왔다.", "foreign-name-new-body-title", "마틴 리드", "벨타주 공과대학", "교수"),
    ("정하람 루멘 코리아 지사장이 왔다.", "foreign-name-new-body-title", "정하람", "루멘 코리아", "지사장"),
]


HARD_POSTS = [
    ("정하람 대전시장은 웃었다.", "name-body-title", "정하람", "대전시", "시장"),
    ("정하람 원장(KIST)은 웃었다.", "name-title-body-in-parenthesis", "정하람", "KIST", "원장"),
    ("루미 하산 오픈AI 최고경영자는 웃었다.", "name-body-title", "루미 하산", "오픈AI", "최고경영자"),
    ("안나 코스키넨 핀란드 고용경제부 장관이 왔다.", "name-body-title", "안나 코스키넨", "핀란드 고용경제부", "장관"),
    ("카스파르 탐 핀란드 고용경제부 장관이 왔다.", "name-body-title", "카스파르 탐", "핀란드 고용경제부", "장관"),
    ("마리아 델 로사스 엔비디아 부사장은 웃었다.", "name-body-title", "마리아 델 로사스", "엔비디아", "부사장"),
    ("카이 로버츠 가온테크 부사장은 웃었다.", "name-word-title", "카이 로버츠", "가온테크", "부사장"),
    ("쉬에 란(Xue Lan) KAIST 교수는 웃었다.", "name-body-title", "쉬에 란", "KAIST", "교수"),
    ("초대 본부장에 금미란 수석연구원이 왔다.", "name-title", "금미란", "", "수석연구원"),
    ("남기석 팀장과 어진아 팀장이 왔다.", "name-title", "어진아", "", "팀장"),
    ("특허청(청장 김종욱)은 웃었다.", "head-in-parenthesis", "김종욱", "특허청", "청장"),
    ("마이클 오 오픈AI 부사장이 왔다.", "name-body-title", "마이클 오", "오픈AI", "부사장"),
    ("정하람 전남지사는 웃었다.", "name-body-title", "정하람", "전남지", "지사"),
    ("정하람 새길로봇협회장은 웃었다.", "name-word-title", "정하람", "새길로봇협회", "회장"),
    ("KIST 정하람 새길연합회장은 웃었다.", "body-name-title", "정하람", "KIST", "새길연합회장"),
    ("이도윤 장관은 웃었다.", "name-title", "이도윤", "", "장관"),
    ("오영주 장관은 웃었다.", "name-title", "오영주", "", "장관"),
    ("국립원예특작과학원 이지원 원장은 웃었다.", "body-name-title", "이지원", "국립원예특작과학원", "원장"),
    ("양기욱 산업공급망정책관이 웃었다.", "name-title", "양기욱", "", "산업공급망정책관"),
    ("정하람 네이버 CRO는 웃었다.", "name-body-title", "정하람", "네이버", "CRO"),
    ("특허청(청장대행 김하늘)은 웃었다.", "head-in-parenthesis", "김하늘", "특허청", "청장대행"),
    ("특허청(청장 직무대행 김하늘)은 웃었다.", "head-in-parenthesis", "김하늘", "특허청", "청장"),
    ("박아름 KIST 책임연구원팀이 밝혔다.", "name-body-title", "박아름", "KIST", "책임연구원"),
    ("정하람 전 장관은 웃었다.", "name-title", "정하람", "", "전 장관"),
    ("정하람 KAIST 산업및시스템공학과 교수가 웃었다.", "name-body-title", "정하람", "KAIST", "산업및시스템공학과 교수"),
    ("정하람 SK텔레콤 AI CIC장이 웃었다.", "name-body-title", "정하람", "SK텔레콤", "AI CIC장"),
    ("홍가은 센서비전 대표는 웃었다.", "name-word-title", "홍가은", "센서비전", "대표"),
    ("특허청(청장 김하늘 차관)은 웃었다.", "head-in-parenthesis", "김하늘", "특허청", "청장"),
    ("KAIST 인공지능대학원의 정하람 교수가 왔다.", "body-genitive-name-title", "정하람", "KAIST", "교수"),
    ("정하람 한화시스템 디렉터가 왔다.", "name-body-title", "정하람", "한화시스템", "디렉터"),
    ("보건복지부(장관정하람)는 웃었다.", "head-in-parenthesis", "정하람", "보건복지부", "장관"),
    ("보건복지부(장관정하람)는4월1일(목)새벽부터웃었다.", "head-in-parenthesis", "정하람", "보건복지부", "장관"),
    ("한국보건산업진흥원(원장김하늘,이하진흥원)은 웃었다.", "head-in-parenthesis", "김하늘", "한국보건산업진흥원", "원장"),
    ("인하대 정하람교수, KIST 오세인박사가 왔다.", "body-name-title", "정하람", "인하대", "교수"),
    ("인하대 정하람교수, KIST 오세인박사가 왔다.", "body-name-title", "오세인", "KIST", "박사"),
    ("SK하이닉스 주식회사 정하람 부사장이 왔다.", "body-name-title", "정하람", "SK하이닉스", "부사장"),
    ("한울박물관 정하람 학예연구관이 왔다.", "body-name-title", "정하람", "한울박물관", "학예연구관"),
    ("한울박물관(관장 정하람)은 웃었다.", "head-in-parenthesis", "정하람", "한울박물관", "관장"),
    ("협력사인 정하람 미루시스템(주) 대표이사가 왔다.", "name-body-title", "정하람", "미루시스템", "대표이사"),
]


@pytest.mark.parametrize(("text", "rule", "person", "body", "role"), [*POSTS, *HARD_POSTS])
def test_a_construction_gives_its_post(text: str, rule: str, person: str, body: str, role: str) -> None:
    assert (rule, person, body, role) in posts(text)


def test_every_construction_is_shown_at_least_twice() -> None:
    shown = Counter(rule for _, rule, *_ in POSTS)
    assert [pattern.name for pattern in PATTERNS if shown[pattern.name] < 2] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("김하늘 부총리 겸 과기정통부 장관은 왔다.", {("부총리", ""), ("장관", "과기정통부")}),
        ("김하늘 과기정통부 장관 겸 부총리가 왔다.", {("장관", "과기정통부"), ("부총리", "과기정통부")}),
        ("정하람 국가AI위원회 위원장 겸 KAIST 총장이 왔다.", {("위원장", "국가AI위원회"), ("총장", "KAIST")}),
    ],
)
def test_two_posts_of_one_person(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(role, body) for _, person, body, role in posts(text) if person} == expected


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("카카오 클라우드사업실 정하람 이사가 왔다.", ["정하람"]),
        ("국회 과학기술정보방송통신위원회 정하람 의원, 김하늘 의원이 왔다.", ["정하람", "김하늘"]),
        ("정하람 더불어민주당 의원과 김하늘 의원이 법안을 냈다.", ["정하람", "김하늘"]),
        ("국민의힘 정하람·김하늘 의원이 왔다.", ["정하람", "김하늘"]),
        ("국민의힘 정하람, 김하늘 의원이 왔다.", ["정하람", "김하늘"]),
    ],
)
def test_names_in_a_list_share_the_body(text: str, people: list[str]) -> None:
    found = [(person, bool(body)) for _, person, body, _ in posts(text) if person]
    assert found == [(person, True) for person in people]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("정하람·이도윤 서울대 교수가 발표했다.", ["정하람", "이도윤"]),
        ("포럼에는 정하람, 이도윤 국회의원이 참석했다.", ["정하람", "이도윤"]),
        ("배우 정하람, 이도윤 서울대 교수가 발표했다.", ["이도윤"]),
        ("KIST 정하람, 이도윤 서울대 교수가 발표했다.", ["이도윤"]),
        ("좌장은 정하람, 이도윤 서울대 교수는 발표를 맡았다.", ["이도윤"]),
        ("글=정하람, 이도윤 서울대 교수", ["이도윤"]),
        ("포럼에는 정하람, 이도윤 서울대 교수가 참석했다.", ["정하람", "이도윤"]),
        ("정하람, 이도윤 삼성전자 회장과 회동", ["이도윤"]),
        ("정하람·이도윤 과기정통부 장관이 만났다.", ["이도윤"]),
        ("정하람, 이도윤 서울대 교수와 대담", ["이도윤"]),
        ("정하람·이도윤 네이버 공동대표가 발표했다.", ["정하람", "이도윤"]),
        ("정하람(KIST), 이도윤 서울대 교수가 발표했다.", ["이도윤"]),
        ("정하람, 이도윤 대전시장이 발표했다.", ["이도윤"]),
    ],
)
def test_names_in_a_list_share_the_post_behind_it(text: str, people: list[str]) -> None:
    assert [person for _, person, body, _ in posts(text) if body] == people


def test_who_come_to_several_posts_in_one_list_share_the_body() -> None:
    found = {person: body for _, person, body, _ in posts("과기정통부 1차관에 이도윤, 2차관에 정하람")}
    assert found == {"이도윤": "과기정통부", "정하람": "과기정통부"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("정하람, 과기정통부 장관 임명", []),
        ("정하람, 과기정통부 장관에 이도윤 임명", ["이도윤"]),
        ("정하람, KIST 원장에 사과", []),
        ("정하람 서울대 교수, KIST 원장에 쓴소리", []),
        ("정하람 장관, KIST 원장에 임명장 수여", []),
        ("정하람 장관, KIST 원장에 이도윤 임명", ["이도윤"]),
        ("정하람 KT 부사장, 이도윤 네이버 대표에 도전장", []),
        ("정하람 의원, KIST 원장에 선임된 이도윤 비판", []),
        ("정하람, KIST 원장에 임명된 이도윤에 축하", []),
        ("정하람 의원, KIST 원장 취임 100일 평가", []),
        ("정하람 의원, KIST 원장 취임 직후 면담", []),
        ("정하람, KIST 원장 취임 100일", ["정하람"]),
        ("구글 CEO에 존 스톤 편지", []),
        ("KIST 원장에 이도윤이 물었다.", []),
        ("KIST 원장은 이도윤 임명을 요구했다.", []),
    ],
)
def test_who_only_stands_beside_a_post_does_not_come_to_it(text: str, people: list[str]) -> None:
    rules = {"to-post-name", "picked-for-post-name", "name-to-post", "name-picked-for-post", "name-title-to-post"}
    assert [person for rule, person, _, _ in posts(text) if rule in rules] == people


def test_names_in_one_list_with_different_titles_share_nothing() -> None:
    found = {person: body for _, person, body, _ in posts("KIST 정하람 원장, 김하늘 교수가 왔다.")}
    assert found == {"정하람": "KIST", "김하늘": ""}


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("정하람 전 KIST 원장이 웃었다.", True),
        ("정하람 전 새길로 대표가 웃었다.", True),
        ("정하람 前 KIST 원장이 웃었다.", True),
        ("전 KIST 원장 정하람은 웃었다.", True),
        ("정하람 전임 KIST 원장이 웃었다.", True),
        ("정하람 KIST 원장이 웃었다.", False),
        ("정하람 신임 KIST 원장이 웃었다.", False),
        ("현 KIST 원장 정하람은 웃었다.", False),
    ],
)
def test_a_former_post_is_over(text: str, over: bool) -> None:
    (post,) = [p for p in findings(text).posts if p.person]
    assert post.over is over


@pytest.mark.parametrize(
    "text",
    [
        "대전=정하람 기자 lee@example.com",
        "정하람 기자는 썼다.",
        "글 정하람 특파원이 썼다.",
        "한빛일보 정하람 논설위원이 썼다.",
        "정하람 인턴기자",
    ],
)
def test_reporters_are_nobody(text: str) -> None:
    assert posts(text) == []
    assert named(text, "Person") == []


@pytest.mark.parametrize("kind", ["byline", "contact", "boilerplate"])
def test_nobody_is_found_in_a_block_that_is_no_news(kind: str) -> None:
    text = "정하람 KIST 원장은 웃었다."
    assert findings(text, None, kind).mentions == ()
    assert findings(text, None, kind).posts == ()


@pytest.mark.parametrize(
    "text",
    [
        "로봇 시장은 커졌다.",
        "정부 조달 시장은 커졌다.",
        "국방부 원자재 시장은 커졌다.",
        "새 공장은 대전에 있다.",
        "감사원 정기 감사에서 드러났다.",
        "연구 현장을 찾았다.",
        "회의에는 전문가가 왔다.",
        "관계자는 웃었다.",
        "이날 장관은 웃었다.",
        "국내 연구원은 웃었다.",
        "최고 수준의 대표 기업이다.",
        "주요 대학 총장이 왔다.",
        "안전 담당 부서가 생겼다.",
        "부적격 사업자 대량문자시장을 살폈다.",
        "불법광고 유통시 책임을 강화한다.",
        "나루 마스 라이브시장이 열렸다.",
        "중기부는 시장경쟁력을 갖춘 기업을 만났다.",
        "대전광역시\n동구\n새길종합시장",
        "한 조명 업체 임원이 왔다.",
        "40여 개 회원국 정부대표가 왔다.",
        "KIST 박사급 연구원 두 명이 왔다.",
        "KIST 박사후 연구원이 왔다.",
        "KIST의 모든 연구원이 왔다.",
        "다섯 권역별 소부장 인재를 키운다.",
        "새길은 나루의 공식 파트너 회사다.",
        "사업은 경남권, 제주권, 강원권 대표 기업이 맡는다.",
        "육군사관학교는 임관식을 열었고 산업부는 장관 임석하에 선정식을 마쳤다.",
        "산업부 장관 임석하, 과기정통부 장관이 왔다.",
        "변리사님 등 모두가 왔다.",
        "위원 위촉식이 열렸다.",
        "종료 뒤 3년간 안전책임자를 둔다.",
        "거점대학은 호서대(충남권), 창원대(경남권), 전북대(전북권)이다.",
        "석박사 인건비 절반을 지원한다.",
        "인구 천 명당 연구원이 늘었다.",
        "아·태지역 리더로 나섰다.",
        "감사원 고강도 감사를 받았다.",
        "KAIST 원로 교수와 KIST 고참 연구원이 왔다.",
        "KT 사내 이사와 네이버의 사외 이사가 왔다.",
        "KIST 정규직 책임연구원과 고경력 연구원이 왔다.",
        "원로 교수 겸 KIST 센터장이 왔다.",
        "양사 대표와 양교 총장이 왔다.",
        "양기관 원장이 기관별 대표를 불렀다.",
        "공화당 의원과 도의회 의장이 왔다.",
        "KT 이동식 기지국 담당 임원이 왔다.",
        "이슬 맺힌 강산 대표 사진이 걸렸다.",
        "스즈키 사장이 왔다.",
        "임명식 대표가 왔다.",
        "KT의 신사업 서비스 담당 부사장이 웃었다.",
        "KT의 전장 담당 부사장이 웃었다.",
        "업스테이지 대표 정보망과 로봇이 나왔다.",
        "한국전자통신연구원의 이차원 반도체 연구원이 웃었다.",
        "LG전자의 전장품 사업 사장이 웃었다.",
    ],
)
def test_common_words_are_nobody(text: str) -> None:
    assert named(text, "Person") == []


@pytest.mark.parametrize(
    "text",
    [
        "KIST 원장에 이도윤 임명 반대",
        "KAIST 총장에 이도윤 연임 무산",
        "한전 사장에 이도윤 연임 유력",
        "KT 대표에 이도윤 내정 철회",
        "KBS 사장에 이도윤 임명 제청",
        "KIST 원장에 이도윤 유임 전망",
        "KIST 원장에 이도윤 재선임 실패",
        "국회는 KIST 원장에 이도윤을 임명하라고 했다.",
        "이도윤, KIST 원장 취임 불발",
        "KIST 원장에 이도윤?",
        "KIST 원장에 표창장",
        "과기정통부 장관에 손편지",
    ],
)
def test_what_failed_or_is_only_wished_brings_nobody_to_a_post(text: str) -> None:
    assert not {rule for rule, *_ in posts(text)} & {"to-post-name", "picked-for-post-name", "name-to-post", "name-picked-for-post"}


@pytest.mark.parametrize(
    "text",
    [
        "지난 13일 이도윤 교수가 왔다.",
        "13일 이도윤 대표는 왔다.",
        "2025년 이도윤 대표는 왔다.",
        "이날 이도윤 대표는 왔다.",
        "올해 이도윤 대표는 왔다.",
        "오전 9시20분 이도윤 대표는 왔다.",
    ],
)
def test_a_time_before_a_name_is_no_body(text: str) -> None:
    assert named(text, "Company") == []
    assert named(text, "Person") == ["이도윤"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("KIST 정하람 연구원은 웃었다.", "KIST"),
        ("정하람 KIST 연구원은 웃었다.", "KIST"),
        ("정하람 연구원은 웃었다.", ""),
        ("정하람 박사는 웃었다.", ""),
        ("한국기계연구원 정하람 선임연구원은 웃었다.", "한국기계연구원"),
        ("한빛연구소 정하람 연구원은 웃었다.", "한빛연구소"),
    ],
)
def test_a_title_that_ends_like_a_body_is_a_title_behind_a_name(text: str, body: str) -> None:
    assert [(person, found) for _, person, found, _ in posts(text)] == [("정하람", body)]


def test_a_title_holds_no_technology_that_is_named_by_itself() -> None:
    assert [role for *_, role in posts("김하늘 과학기술정보통신부 인공지능정책기획관은 웃었다.")] == ["인공지능정책기획관"]


@pytest.mark.parametrize(
    ("text", "body", "role"),
    [
        ("정하람 새길치료사업단장은 웃었다.", "새길치료사업단", "단장"),
        ("정하람 새길mRNA치료 선도사업단장은 웃었다.", "새길mRNA치료 선도사업단", "단장"),
        # The head of a unit holds his post at its body, and a bare title tells of none.
        ("정하람 KIST 새길치료사업단장은 웃었다.", "KIST", "새길치료사업단장"),
        ("KIST 정하람 새길치료사업단장은 웃었다.", "KIST", "새길치료사업단장"),
        ("정하람 사업단장은 웃었다.", "", "사업단장"),
    ],
)
def test_the_head_of_a_programme_is_of_the_body_that_his_title_names(text: str, body: str, role: str) -> None:
    assert [found[1:] for found in posts(text)] == [("정하람", body, role)]


def test_a_house_that_only_its_heads_title_names_is_a_body_and_no_firm() -> None:
    assert named("김하늘 새길시립미술관장을 불렀다.", "GovernmentBody") == ["새길시립미술관"]


def test_a_city_with_a_title_of_its_own_is_the_city() -> None:
    found = posts("이도윤 화성특례시장은 웃었다.") + posts("용인특례시(시장 정하람)는 웃었다.")
    assert [post[1:] for post in found] == [("이도윤", "화성특례시", "시장"), ("정하람", "용인특례시", "시장")]


def test_the_span_of_a_post_covers_its_parts() -> None:
    for text, *_ in POSTS:
        for post in findings(text).posts:
            for part in (post.person, post.body):
                # A body with its head in a parenthesis stands outside of the post of another of it, before or behind his name.
                outside = post.rule in {"behind-head", "name-headed-body-title"} and part == post.body
                assert part is None or outside or (post.start <= part.start and part.end <= post.end)
            assert all(word in text for word in post.role.split()[-1:])


@pytest.mark.parametrize("text", ["KIST(서울)와 선도국(EU)이 왔다.", "해수부 방사능 검사 결과를 냈다.", "김상현(KAIST)은 웃었다."])
def test_a_word_beside_a_body_is_nobody_without_a_list_or_a_title(text: str) -> None:
    assert named(text, "Person") == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("산업부(장관 김하늘, 이하 산업부)는 나루테크 정하람 대표를 만났다.", [("김하늘", "산업부"), ("정하람", "나루테크")]),
        ("LG전자(대표 김하늘)와 정하람 대표가 만났다.", [("김하늘", "LG전자"), ("정하람", "")]),
        ("원장은 정하람(서울) 대표를 만났다.", []),
    ],
)
def test_a_name_apart_from_a_parenthesis_is_not_of_its_body(text: str, people: list[tuple[str, str]]) -> None:
    assert [(person, body) for _, person, body, _ in posts(text) if person] == people


def test_latin_words_that_no_body_follows_are_no_name() -> None:
    assert named("Deep Ocean Robotics 대표가 왔다.", "Person") == []


@pytest.mark.parametrize("text", ["Future Makers 대표가 왔다.", "Goldman Reed 한국대표가 왔다."])
def test_two_latin_words_before_a_title_of_a_firm_are_no_name(text: str) -> None:
    assert named(text, "Person") == []


@pytest.mark.parametrize(
    "text",
    [
        "새길청(청장 공석)이 문을 열었다.",
        "새길청(청장 직무대행)이 왔다.",
        "총리(정부측)와 총장(민간측)이 왔다.",
        "KIST(원장 서울대)가 왔다.",
    ],
)
def test_what_else_a_parenthesis_says_of_a_head_is_no_name(text: str) -> None:
    assert named(text, "Person") == []


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("▶정하람\n한국과학기술연구원 책임연구원", ("정하람", "한국과학기술연구원", "책임연구원")),
        ("정하람\n㈜새길 대표이사", ("정하람", "새길", "대표이사")),
        ("정하람\n한국과학기술연구원\n책임연구원", ("정하람", "한국과학기술연구원", "책임연구원")),
        ("정하람\n한국과학기술연구원 로봇연구\n본부 책임연구원", ("정하람", "한국과학기술연구원", "로봇연구 본부 책임연구원")),
        # The line above is no name, or the line below tells more than a post.
        ("위원회\n한국과학기술연구원 책임연구원", ("", "한국과학기술연구원", "책임연구원")),
        ("정하람\n한국과학기술연구원 원장이 왔다.", ("", "한국과학기술연구원", "원장")),
    ],
)
def test_a_name_that_is_a_line_holds_the_post_that_is_the_next(text: str, holder: tuple[str, str, str]) -> None:
    assert [(person, body, role) for _, person, body, role in posts(text)] == [holder]


def test_a_name_that_is_a_line_holds_all_the_posts_that_the_next_lists() -> None:
    text = "정하람\n한국과학기술연구원 책임연구원, 한국로봇학회 이사"
    assert posts(text)[0][1:] == ("정하람", "한국과학기술연구원", "책임연구원")


def test_a_title_below_a_body_is_no_post_of_the_name_above_where_the_line_goes_on() -> None:
    assert [person for _, person, _, _ in posts("정하람\n한국과학기술연구원\n책임연구원이 왔다.")] == [""]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("로라 K. 쿤데리(Laura K. Kunderi) 사무국장이 왔다.", ["로라 K. 쿤데리", "Laura K. Kunderi"]),
        ("토브 린더(S. Tobe Linder) 교수가 왔다.", ["토브 린더", "S. Tobe Linder"]),
        ("마리안네 볼켄(Marianne Bolken) 국장이 왔다.", ["마리안네 볼켄", "Marianne Bolken"]),
        ("구글의 다니엘라 로페 가온테크 부사장이 왔다.", ["다니엘라 로페"]),
        ("데이브 쿤데리 새먼 장관이 왔다.", ["데이브 쿤데리 새먼"]),
        ("안드레아 벨로 루체 협력보좌관이 왔다.", ["안드레아 벨로 루체"]),
        ("모하 쿠리아 장관이 왔다.", ["모하 쿠리아"]),
        ("정하람 재외동포 청장이 왔다.", ["정하람"]),
        ("코렌 라슨(COREN LARSON) 대표가 왔다.", ["코렌 라슨", "COREN LARSON"]),
        ("정하람 나루테크(NARU TECH) 대표가 왔다.", ["정하람"]),
        ("새길지역 사무처(WHO WPRO) 국장이 왔다.", []),
        ("정하람 새빛부 장관이 왔다.", ["정하람"]),
        ("정하람 KIST(KOREA INST) 원장이 왔다.", ["정하람"]),
        ("레오 벤-하임(Leo Ben-Haim) 국장이 왔다.", ["레오 벤-하임", "Leo Ben-Haim"]),
        ("새길 나루 펀드(Saegil Naru Fund) 대표가 왔다.", []),
        ("데이브 반 쿤데리 통상협력 장관이 왔다.", ["데이브 반 쿤데리"]),
        ("모하메드 빈 하산 알 사하르 대통령이 왔다.", ["모하메드 빈 하산 알 사하르"]),
        ("차관은 피유르 고샬 인도 상공부 장관을 만났다.", ["피유르 고샬"]),
        ("국내 기업 인도 상공부 장관 면담을 도왔다.", []),
        ("정하람 프랑스 산업부 장관이 왔다.", ["정하람"]),
        ("정하람 박사후 연구원이 왔다.", ["정하람"]),
        ("데이브 쿤데리 센트럴 새벽누리대학 교수가 왔다.", ["데이브 쿤데리"]),
        ("하산 에너지부 장관이 왔다.", []),
        ("파투마타 소리카 벨로 농업부 장관이 왔다.", ["파투마타 소리카 벨로"]),
        ("인도 상공부 장관(호세 아우만다)과 만났다.", ["호세 아우만다"]),
        ("부디 KT 대표가 힘써 주기 바란다.", []),
    ],
)
def test_a_foreigner_has_all_parts_of_the_name(text: str, names: list[str]) -> None:
    assert set(named(text, "Person")) == set(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("데이브 새먼드 오픈AI 대표가 왔다. 새먼드 대표는 웃었다.", ["데이브 새먼드", "새먼드"]),
        ("데이브 새먼드 오픈AI 대표가 왔다. 새먼드는 웃었다.", ["데이브 새먼드", "새먼드"]),
        ("데이브 새먼드 오픈AI 대표가 왔다. 이어 새먼드와 만났다.", ["데이브 새먼드", "새먼드"]),
        ("방한한 멜로니 총리는 웃었다.", ["멜로니"]),
        ("이탈리아 멜로니 총리와 만났다.", ["멜로니"]),
        # What a thing is called after him, other words before such a title, and who is told of nowhere.
        ("데이브 새먼드 오픈AI 대표가 왔다. 새먼드 재단이 있다.", ["데이브 새먼드"]),
        ("에너지부 장관과 관계부처 장관이 왔다.", []),
        ("연방 총리와 역대 대통령이 왔다.", []),
        ("부총리급 장관과 외교안보 장관이 왔다.", []),
        ("새먼드는 웃었다.", []),
        ("과기 장관은 웃었다.", []),
    ],
)
def test_a_foreigner_is_called_by_the_family_name_where_the_text_goes_on_or_he_governs(text: str, names: list[str]) -> None:
    assert named(text, "Person") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("대표 로라 하겐은 로봇을 설명했다.", ["로라 하겐"]),
        ("데이브 새먼드가 대표로 있다.", ["데이브 새먼드"]),
        ("빌 캘러웨이와 데이브 새먼드가 창업했다.", ["빌 캘러웨이", "데이브 새먼드"]),
        ("데이브 새먼드(Dave Samond)가 방한했다.", ["데이브 새먼드", "Dave Samond"]),
        # Firms, places and works are called so too.
        ("엘리 릴리가 공장을 짓는다.", []),
        ("조지아 서배너에 공장을 짓는다.", []),
        ("빅토리아 주정부와 협력했다.", []),
        ("피터 팬이 공연됐다.", []),
        # A noun goes on behind it, so that it is a thing's name; one word is too little.
        ("압둘라 경제도시 내에 조성했다고 대표가 밝혔다.", []),
        ("대표 로라는 로봇을 설명했다.", []),
    ],
)
def test_a_foreigner_is_known_by_a_given_name_without_a_post(text: str, names: list[str]) -> None:
    assert named(text, "Person") == names


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # Kiwi reads 하도 진, 구민 서, 맹시 온 and 표도 연.
        ("하도진 과기정통부 장관이 왔다.", ["하도진"]),
        ("구민서 중기부 창업벤처혁신실장이 왔다.", ["구민서"]),
        ("맹시온 고려대 기계공학부 교수가 왔다.", ["맹시온"]),
        ("상은 표도연 KAIST 교수가 받았다.", ["표도연"]),
        ("이번에 과기정통부 장관이 왔다.", []),
        ("전하는 과기정통부 장관이 왔다.", []),
        ("주최한 산업부 장관이 왔다.", []),
        ("우리의 산업부 장관이 왔다.", []),
        ("하도진 과기정통부 건물에 왔다.", []),
    ],
)
def test_a_name_that_the_analyser_tore_is_found_before_a_body_and_a_title(text: str, people: list[str]) -> None:
    assert [person for _, person, _, _ in posts(text) if person] == people


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("정하람 새길사회서비스원 부장이 왔다.", "GovernmentBody"),
        ("새길공화국 정하람 대통령이 왔다.", "GovernmentBody"),
        ("새길공화국 정하람 대표가 왔다.", "Company"),
        ("정하람 새길과학영재교육원 원장이 왔다.", "GovernmentBody"),
        ("정하람 새길과학영재학교 교사가 왔다.", "University"),
        ("정하람 새길복지관 관장이 왔다.", "Association"),
        ("정하람 새길교육 대표가 왔다.", "Company"),
    ],
)
def test_the_ending_of_a_body_beside_a_post_tells_its_class(text: str, class_: str) -> None:
    assert [m.type for m in findings(text).mentions if m.rule.startswith("body.")] == [class_]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("심우흠 인제군 장관\n정하람 한국전력 장관", []),
        ("심우흠 인제군 국무총리 표창", []),
        ("심우흠 산업통상부 장관 표창을 받았다.", []),
        ("정하람 산업통상부 장관", ["정하람"]),
        ("정하람 산업통상부 장관은 웃었다.", ["정하람"]),
        ("정하람 산업통상부 장관 표정은 밝았다.", ["정하람"]),
        ("정하람 산업통상부 장관 표창식 참석", ["정하람"]),
        ("정하람 영국 장관", ["정하람"]),
    ],
)
def test_the_grade_of_a_prize_makes_nobody_a_minister(text: str, people: list[str]) -> None:
    assert [person for _, person, _, role in posts(text) if role and person] == people


@pytest.mark.parametrize(
    "text",
    [
        "국토부 고시안, 환경부 지침안을 살폈다.",
        "서울대 공학관, KAIST 신학관을 지었다.",
        "국제화 전략 실장은 웃었다.",
        "여성용 제품 팀장은 웃었다.",
    ],
)
def test_a_noun_that_looks_like_a_name_is_none_where_no_title_is_its_own(text: str) -> None:
    assert named(text, "Person") == []


def test_whom_the_text_calls_by_a_known_name_again_is_known_as_surely_as_before() -> None:
    found = [m for m in findings("일론 머스크 테슬라 CEO가 왔다. 머스크는 웃었다.").mentions if m.text == "머스크"]
    assert [m.rule for m in found] == ["authority"]
