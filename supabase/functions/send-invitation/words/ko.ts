import type { Words } from './words.ts';

export const ko: Words = {
  subject: {
    staff: '{team} 팀에 초대합니다',
    partner_member: '{team} 팀에 초대합니다',
    partner: '{team} 파트너 프로그램에 초대합니다',
  },
  lead: {
    staff: '{inviter} 님이 {team} 파트너 프로그램 팀에 초대했습니다. 역할: {role}.',
    partner_member: '{inviter} 님이 파트너 포털의 {team} 팀에 초대했습니다. 역할: {role}.',
    partner: '{inviter} 님이 {team} 파트너 프로그램에 초대했습니다.',
  },
  leadOfNobody: {
    staff: '{team} 파트너 프로그램 팀에 초대되었습니다. 역할: {role}.',
    partner_member: '파트너 포털의 {team} 팀에 초대되었습니다. 역할: {role}.',
    partner: '{team} 파트너 프로그램에 초대되었습니다.',
  },
  next: {
    staff: '초대를 수락하고 이 주소로 로그인하거나 계정을 만들면 바로 참여할 수 있습니다.',
    partner_member: '초대를 수락하고 이 주소로 로그인하거나 계정을 만들면 바로 참여할 수 있습니다.',
    partner: '포털에서 링크, 소재, 프로모션과 수익을 확인할 수 있습니다.',
  },
  role: { owner: '소유자', manager: '관리자', finance: '재무', member: '멤버', viewer: '뷰어' },
  accept: '초대 수락',
  link: '버튼이 작동하지 않으면 이 링크를 여세요:',
  until: '이 링크는 {email} 전용이며 {date}까지 한 번만 사용할 수 있습니다.',
  unexpected: '예상하지 못한 메일인가요? 그대로 두면 아무 일도 일어나지 않습니다.',
};
